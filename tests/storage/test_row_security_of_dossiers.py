"""The second lock on dossiers: a query without any filter of ours hands out no dossier of others, nor what is in it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import Table, func, select

from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.storage.tables.dossiers import AGREEMENTS, CONSENTS, DOSSIERS, NOTES
from gouden_poort.storage.tables.ten_years import CHECK_INS, PLAN_REVIEWS, PROOF_FILES, PROOFS
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, ELSEWHERE, HERE, STRANGER, a_consent, a_kept_dossier, a_note, an_agreement
from tests.ten_years import a_check_in, a_file_of, a_plan_of, a_proof_of, a_review_of

CITIZEN = Actor(account_id=uuid4(), role=Role.CITIZEN)
TABLES = (DOSSIERS, CONSENTS, NOTES, AGREEMENTS, CHECK_INS, PLAN_REVIEWS, PROOFS, PROOF_FILES)


@pytest.fixture
def kept(postgres_database: Database) -> Database:
    """A dossier of each of three coaches, the first of a citizen with an account; a paper of each kind in each."""
    for coach, told in ((COACH, {"citizen_id": CITIZEN.account_id}), (COLLEAGUE, {}), (STRANGER, {})):
        dossier = a_kept_dossier(
            postgres_database,
            lines=(),
            coach_id=coach.account_id,
            organisation_id=coach.organisation_id,
            **told,
        )
        with postgres_database.unit() as unit:
            unit.consents.add(a_consent(dossier))
            unit.notes.add(a_note(dossier))
            unit.agreements.add(an_agreement(dossier))
            unit.check_ins.add_once(a_check_in(dossier))
            plan = a_plan_of(dossier)
            unit.plans.add(plan)
            unit.plan_reviews.put_all([a_review_of(plan)])
            proof = a_proof_of(dossier)
            unit.proofs.add(proof)
            unit.proof_files.add(a_file_of(proof, b"a photo"), b"a photo")
            unit.commit()
    return postgres_database


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize(
    ("actor", "many"),
    [
        (COACH, 1),
        (COLLEAGUE, 1),
        (Actor(account_id=COACH.account_id, role=Role.COACH, organisation_id=ELSEWHERE), 0),
        (Actor(account_id=COACH.account_id, role=Role.COUNSELLOR, organisation_id=HERE), 0),
        (Actor(account_id=COACH.account_id, role=Role.ADMINISTRATOR, organisation_id=HERE), 0),
        (CITIZEN, 1),
        (Actor(account_id=uuid4(), role=Role.CITIZEN), 0),
        (None, 3),
    ],
    ids=["coach", "colleague", "who moved on", "counsellor", "administrator", "citizen", "other citizen", "system"],
)
def test_nobody_gets_rows_of_others_without_a_filter(
    kept: Database, table: Table, actor: Actor | None, many: int
) -> None:
    with kept.unit(actor) as unit:
        assert unit._connection.scalar(select(func.count()).select_from(table)) == many


def test_who_takes_over_sees_it_and_may_give_it_back(kept: Database) -> None:
    a_kept_dossier(kept, next_coach_id=COLLEAGUE.account_id)
    with kept.unit(COLLEAGUE) as unit:
        assert len(unit.dossiers.offered_to(COLLEAGUE.account_id)) == 1
