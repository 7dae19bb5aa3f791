"""The history of the tables: what it leads to is what the code says, and each step can be undone and redone."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, inspect, select, table

from gouden_poort.catalogue.bundle import content_hash
from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.claim import Claim
from gouden_poort.profiles.people.company_link import CompanyLink
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.profiles.people.place_offer import FreePlace, OpeningKind, PlaceOffer
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.saved_view import SavedView
from gouden_poort.profiles.people.trail import Why, trace
from gouden_poort.services.accounts.inviting import invite
from gouden_poort.services.accounts.sessions import begin
from gouden_poort.services.accounts.tokens import token_hash
from gouden_poort.services.ports import KeptCode, Postcode
from gouden_poort.settings import migrations_dir
from gouden_poort.storage import migrating
from gouden_poort.storage.row_security import tell_who_asks
from gouden_poort.storage.tables import METADATA
from gouden_poort.storage.unit_of_work import SQLUnitOfWork
from tests.builders import DEFAULT_ROWS, a_bundle, a_coach_request, a_message, an_objection
from tests.databases import Database
from tests.dossiers import a_consent, a_dossier, a_note, a_set_aside, an_agreement, an_import
from tests.employers import a_proposal, a_surplus
from tests.referrals import a_referral, a_referral_message
from tests.ten_years import (
    a_check_in,
    a_commitment_to,
    a_file_of,
    a_line_of,
    a_plan_of,
    a_proof_of,
    a_review_of,
    chosen,
)

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def history() -> list[str]:
    """Revisions, oldest first."""
    config = Config()
    config.set_main_option("script_location", str(migrations_dir()))
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]


REVISIONS = history()


def populate(database: Database) -> None:
    """Put something in every table there is at head."""
    bundle = a_bundle(
        **{name: [{**row, "source": "somewhere"}] for name, row in DEFAULT_ROWS.items() if name != "bundle"},
        other_files={"notes.txt": b"kept"},
    )
    with database.unit() as unit:
        unit.catalogues.activate(unit.catalogues.add(bundle, content_hash(bundle), NOON).id, NOON)
        unit.postcodes.replace_all([Postcode(pc4=3511, lat=52.1, lon=5.1)])
        assessment_id = unit.assessments.start(NOON)
        unit.assessments.answer(assessment_id, "hours", 36, NOON)
        unit.resume_codes.put(assessment_id, KeptCode(draw=0, code_hash="c0de"), NOON)
        unit.objections.add(an_objection())
        unit.coach_requests.add(a_coach_request())
        unit.counts.add(NOON.date(), "nl", "started")
        unit.sent_forms.add('{"form": []}', NOON)
        dossier = a_dossier(assessment_id=unit.assessments.start(NOON))
        unit.dossiers.add(dossier)
        unit.consents.add(a_consent(dossier))
        unit.notes.add(a_note(dossier))
        unit.agreements.add(an_agreement(dossier))
        referral = a_referral(dossier_id=dossier.id)
        unit.referrals.add(referral)
        unit.referral_messages.add(a_referral_message(referral))
        unit.set_asides.add(a_set_aside(dossier))
        unit.trail.add(trace(None, Deed.SEE_DOSSIER, dossier.pseudonym, Why.UPKEEP, NOON))
        unit.outbox.add(a_message())
        keep_an_offer(unit, dossier)
        keep_ten_years(unit, dossier)
        unit.claims.add(Claim(request_id=uuid4(), organisation_id=uuid4(), account_id=uuid4(), taken_at=NOON))
        unit.imports.add(an_import(), "[]")
        keep_a_colleague(unit)
        unit.rule_sets.add("6020ae1a", {"age.yaml": "rules: []"}, NOON)
        unit.commit()


def keep_an_offer(unit: SQLUnitOfWork, dossier: Dossier) -> None:
    """A seat that is offered, at a company with a link of its own."""
    place = FreePlace(
        id=uuid4(),
        organisation_id=dossier.organisation_id,
        kind=OpeningKind.POSITION,
        opening_id="J1",
        seats=1,
        updated_at=NOON,
        updated_by=dossier.coach_id,
    )
    kept = unit.free_places.put(place)
    link = CompanyLink(
        id=uuid4(),
        organisation_id=dossier.organisation_id,
        company_id="K1",
        name="Lasbedrijf",
        made_by=dossier.coach_id,
        made_at=NOON,
        until=NOON,
    )
    unit.company_links.add(link, token_hash(str(link.id)))
    unit.surpluses.add_once(a_surplus(organisation_id=dossier.organisation_id))
    offer = PlaceOffer(
        id=uuid4(),
        place_id=kept.id,
        dossier_id=dossier.id,
        offered_by=dossier.coach_id,
        offered_at=NOON,
        answer_by=NOON.date(),
    )
    unit.free_places.add_offer(offer)
    unit.proposals.add(a_proposal(dossier, kept))


def keep_ten_years(unit: SQLUnitOfWork, dossier: Dossier) -> None:
    """A plan that was chosen and looked at again, a promise, a proof with a copy, and the answers of a year."""
    plan = a_plan_of(dossier)
    unit.plans.add(plan)
    unit.journal.add(chosen(plan))
    unit.journeys.put(a_line_of(plan, chosen(plan)))
    unit.commitments.add(a_commitment_to(dossier))
    unit.check_ins.add_once(a_check_in(dossier))
    proof = a_proof_of(dossier)
    unit.proofs.add(proof)
    unit.proof_files.add(a_file_of(proof, b"a photo"), b"a photo")
    unit.plan_reviews.put_all([a_review_of(plan)])


def keep_a_colleague(unit: SQLUnitOfWork) -> None:
    """Someone with an account, signed in, with a code on paper and a link."""
    organisation = Organisation(id=uuid4(), name=f"Voorbeeld {uuid4()}", kind=OrganisationKind.REGION)
    unit.organisations.add(organisation)
    invited = invite(
        unit,
        organisation.id,
        role=Role.COACH,
        name="Voorbeeld Een",
        email="een@voorbeeld.example",
        phone="030 123 45 67",
        moment=NOON,
        by=None,
    )
    begin(unit, invited.account, NOON, complete=True)
    unit.saved_views.put(
        SavedView(id=uuid4(), account_id=invited.account.id, name="Bezig", filters="staat=bezig", made_at=NOON)
    )
    unit.accounts.keep_recovery_codes(invited.account.id, ["c0de"])


def rows_by_table(database: Database) -> dict[str, int]:
    with database.engine.connect() as connection:
        tell_who_asks(connection, None)
        names = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
        return {name: connection.scalar(select(func.count()).select_from(table(name))) or 0 for name in names}


def shape(database: Database) -> dict[str, tuple[list[str], list[str]]]:
    """The columns and indexes of each table."""
    looking = inspect(database.engine)
    columns, indexes = looking.get_multi_columns(), looking.get_multi_indexes()
    return {
        name: (sorted(column["name"] for column in found), sorted(str(index["name"]) for index in indexes[_, name]))
        for (_, name), found in columns.items()
    }


def differences(database: Database) -> list[object]:
    with database.engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), METADATA))


def test_the_history_leads_to_the_tables_in_the_code(database: Database) -> None:
    assert differences(database) == []


def test_a_table_the_history_forgot_is_seen(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE postcodes")
        connection.exec_driver_sql("ALTER TABLE assessments ADD COLUMN shoe_size INTEGER")
    assert {change[0] for change in differences(database) if isinstance(change, tuple)} == {
        "add_table",
        "remove_column",
    }


def test_constraints_carry_the_names_of_the_convention(database: Database) -> None:
    looking = inspect(database.engine)
    for made in METADATA.tables.values():
        assert looking.get_pk_constraint(made.name)["name"] == f"pk_{made.name}"
        names = {str(constraint["name"]) for constraint in looking.get_foreign_keys(made.name)}
        assert names == {str(constraint.name) for constraint in made.foreign_key_constraints}
        unique = {str(constraint["name"]) for constraint in looking.get_unique_constraints(made.name)}
        assert unique == {str(c.name) for c in made.constraints if str(c.name).startswith("uq_")}


def test_something_is_kept_in_every_table_before_steps_are_undone(database: Database) -> None:
    populate(database)
    assert {name for name, count in rows_by_table(database).items() if not count} == set()


def test_each_step_is_undone_and_redone_on_a_populated_database(database: Database) -> None:
    """From the last step back to the first: each takes what it added with it and leaves all other rows there."""
    populate(database)
    for revision in reversed(REVISIONS):
        before, shape_before = rows_by_table(database), shape(database)
        earlier = REVISIONS[REVISIONS.index(revision) - 1] if revision != REVISIONS[0] else "base"

        migrating.downgrade(database.settings, earlier)
        assert migrating.current(database.settings) == (None if earlier == "base" else earlier)
        left = rows_by_table(database)
        assert left == {name: count for name, count in before.items() if name in left}, revision
        assert shape(database) != shape_before, revision

        migrating.upgrade(database.settings, revision)
        assert rows_by_table(database).items() >= left.items(), revision
        migrating.downgrade(database.settings, earlier)
    migrating.upgrade(database.settings)
    assert differences(database) == []


def test_the_last_step_back_takes_all_with_it_and_the_way_up_works_again(database: Database) -> None:
    populate(database)
    migrating.downgrade(database.settings, "base")
    assert rows_by_table(database) == {}
    migrating.upgrade(database.settings)
    populate(database)
    assert all(rows_by_table(database).values())


@pytest.mark.parametrize("file", sorted((migrations_dir() / "versions").glob("*.py")), ids=lambda file: file.stem)
def test_names_read_as_a_history(file: Path) -> None:
    named = re.fullmatch(r"(20\d{6})_(\d{4})_[a-z][a-z0-9_]+", file.stem)
    assert named
    datetime.strptime(named[1], "%Y%m%d").replace(tzinfo=UTC)
    assert REVISIONS[int(named[2]) - 1] == named[2]


def test_migrations_do_not_look_at_the_tables_of_today() -> None:
    for file in (migrations_dir() / "versions").glob("*.py"):
        assert "gouden_poort" not in file.read_text(), f"{file.name} would change when the code does"
