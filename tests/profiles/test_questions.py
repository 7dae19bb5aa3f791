"""The questions themselves: their order, their words and what they allow."""

import re

import pytest

from gouden_poort.profiles.asking.work_and_skills import SKILL_LEVELS
from gouden_poort.profiles.question import Kind, Question
from gouden_poort.profiles.questions import BLOCKS, BY_ID, QUESTIONS

WITH_CHOICES = [question for question in QUESTIONS if question.choices]
MOST_WORDS = 20


def words_of(question: Question) -> list[str]:
    choices = [text for choice in question.choices for text in (choice.label, choice.help)]
    return [question.text, question.help, question.why, *choices, *(number.label for number in question.numbers)]


def test_every_question_has_its_own_id() -> None:
    assert len(BY_ID) == len(QUESTIONS)


def test_there_are_at_most_twenty_four_questions() -> None:
    assert len(QUESTIONS) <= 24


def test_there_are_six_blocks_of_about_four() -> None:
    assert len(BLOCKS) == 6
    assert all(3 <= len(block) <= 5 for block in BLOCKS)


def test_each_block_has_one_name_of_its_own() -> None:
    assert all(len({question.block for question in block}) == 1 for block in BLOCKS)


def test_questions_of_a_block_follow_each_other() -> None:
    blocks = [question.block for question in QUESTIONS]
    changes = [block for i, block in enumerate(blocks) if i == 0 or blocks[i - 1] != block]
    assert len(changes) == len(set(changes))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_sentences_are_short_and_never_shout(question: Question) -> None:
    for text in words_of(question):
        assert "!" not in text
        for sentence in re.split(r"[.?]\s+", text):
            assert len(sentence.split()) <= MOST_WORDS, sentence


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_every_question_says_why_it_is_asked(question: Question) -> None:
    assert question.why.endswith(".")
    assert question.text.endswith("?")


@pytest.mark.parametrize("question", WITH_CHOICES, ids=lambda question: question.id)
def test_choices_differ_in_value_and_in_words(question: Question) -> None:
    assert len({choice.value for choice in question.choices}) == len(question.choices)
    assert len({choice.label for choice in question.choices}) == len(question.choices)


def test_number_questions_have_their_numbers() -> None:
    assert all(len(q.numbers) == 1 for q in QUESTIONS if q.kind is Kind.NUMBER)
    assert all(len(q.numbers) > 1 for q in QUESTIONS if q.kind is Kind.NUMBERS)


def test_skill_levels_run_from_one_to_five() -> None:
    assert [level.value for level in SKILL_LEVELS] == ["1", "2", "3", "4", "5"]
