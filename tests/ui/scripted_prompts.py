"""Prompts that answer by a script; a question that was not planned fails the test."""

from collections import deque


class ScriptedPrompts:
    """``answer`` plans the next answer to a question by its method's name.

    For ``ask_draft`` the answer is a function of the draft shown, or None for «cancel».
    """

    def __init__(self):
        self.asked = []
        self._answers = deque()

    def answer(self, method, value):
        self._answers.append((method, value))

    def assert_all_asked(self):
        assert not self._answers, f"never asked: {list(self._answers)}"

    def ask_yes_no(self, question, explanation, yes, no="Отмена"):
        return self._next("ask_yes_no", question)

    def ask_text(self, title, label, text=""):
        return self._next("ask_text", title)

    def ask_choice(self, title, label, choices):
        return self._next("ask_choice", title)

    def ask_draft(self, make_dialog, draft, problems=()):
        dialog = make_dialog(None)
        dialog.begin(draft, problems)
        change = self._next("ask_draft", dialog.windowTitle())
        return None if change is None else change(dialog.draft())

    def choose_file_to_open(self, title, kinds, folder=None):
        return self._next("choose_file_to_open", title)

    def choose_files_to_open(self, title, kinds):
        return self._next("choose_files_to_open", title)

    def choose_file_to_save(self, title, kinds, proposed):
        return self._next("choose_file_to_save", title)

    def choose_folder(self, title, folder=None):
        return self._next("choose_folder", title)

    def show_error(self, title, error):
        self._next("show_error", error.message)

    def show_dialog(self, dialog):
        self._next("show_dialog", dialog.windowTitle())

    def _next(self, method, words):
        self.asked.append((method, words))
        assert self._answers, f"an unplanned question: {method} «{words}»"
        planned, value = self._answers.popleft()
        assert planned == method, f"asked {method} «{words}», planned was {planned}"
        return value
