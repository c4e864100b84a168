"""What people are told before they call: problems in lay words, rights and duties, numbers, areas.

Data beside this file, each fact with its source. Knows no register: whom to call is for the catalogue to say.
"""
