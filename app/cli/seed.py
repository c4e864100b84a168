"""``seed``: the sample register, through the real path."""

from __future__ import annotations

from app import attachments, seeding
from app.cli.command import command_of
from app.cli.progress import progress
from app.web.instance import instance
from app.web.session import reading, unit_of_work
from app.workbook.load import refuse_living


@command_of("seed")
def command() -> None:
    """Publish the sample register, through the real path, into an empty register."""
    refuse_living(reading())
    publish_sample()
    instance().search.catch_up(reading())


def publish_sample() -> None:
    """Publish what ``seed/`` says, one publication for each file, with sample people who did it."""
    here = instance()
    seeding.add_people(unit_of_work, here.settings.sample_sign_ins)
    register = seeding.Register(
        here.signer, here.settings.province, attachments.folder(here.settings.instance_dir)
    )
    publications = seeding.seed(unit_of_work, register)
    for _number in progress(publications, "Dữ liệu mẫu", seeding.count()):
        pass
    reading().rollback()  # what this process read before it published is no longer so
