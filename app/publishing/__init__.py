"""From a clerk's proposal to one signed publication: propose, review, publish, and the law between."""
