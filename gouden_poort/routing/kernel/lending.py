"""What compiled loops read from a record is lent to them: nobody counts who holds it.

Counting costs an atomic step for each array and each record that is touched, which was two fifths of a search. A record
that is made counts what is put into it, and what is read from a record lasts as long as the record. Hence three rules:
a function reads only from records that it was given, for one that it made itself goes when it is last named; what was
read is copied before it is handed to Python; and only `Quest`, which goes before the records it is made of, is made of
lent ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from numba import types
from numba.core import cgutils
from numba.core.datamodel import default_manager, models
from numba.core.imputils import lower_getattr_generic
from numba.core.typing.templates import AttributeTemplate, infer_getattr
from numba.experimental import structref
from numba.extending import intrinsic, overload

Proxy = structref.StructRefProxy
"""What a record is for Python, which only keeps it."""


class Owned(types.StructRef):  # type: ignore[misc]
    """A record that is counted: one that was just made, or handed over by Python."""

    def preprocess_fields(self, fields: tuple[tuple[str, Any], ...]) -> tuple[tuple[str, Any], ...]:
        """The fields by their types; a constant counts as any number of its type."""
        return tuple((name, types.unliteral(field)) for name, field in fields)


class Lent(types.Type):  # type: ignore[misc]
    """A record that was read from another one: a pointer to its fields."""

    def __init__(self, record: Owned) -> None:
        self.record = record
        super().__init__(name=f"Lent({record.name})")


default_manager.register(Lent, models.OpaqueModel)


def lend_from(kind: type[Owned], proxy: type, fields: Sequence[str]) -> None:
    """Have numba know a kind of record, made by calling a proxy with the values of its fields."""
    default_manager.register(kind, models.StructRefModel)
    structref.define_boxing(kind, proxy)

    @overload(proxy)  # type: ignore[untyped-decorator]
    def construct(*values: Any) -> Callable[..., Any]:
        record = kind(list(zip(fields, values, strict=True)))

        def make(*values: Any) -> Any:
            made = structref.new(record)
            _fill(made, values)
            return made

        return make


def _lent(field: Any) -> Any:
    """The type that a field has for who reads it."""
    return Lent(field) if isinstance(field, Owned) else field


@infer_getattr
class _FieldOfOwned(AttributeTemplate):  # type: ignore[misc]
    key = Owned

    def generic_resolve(self, record: Owned, field: str) -> Any:
        return _lent(record.field_dict[field]) if field in record.field_dict else None


@infer_getattr
class _FieldOfLent(AttributeTemplate):  # type: ignore[misc]
    key = Lent

    def generic_resolve(self, lent: Lent, field: str) -> Any:
        return _lent(lent.record.field_dict[field]) if field in lent.record.field_dict else None


@lower_getattr_generic(Owned)  # type: ignore[untyped-decorator]
def _read_owned(context: Any, builder: Any, record: Owned, value: Any, field: str) -> Any:
    return _read(context, builder, record, _fields_of(context, builder, record, value), field)


@lower_getattr_generic(Lent)  # type: ignore[untyped-decorator]
def _read_lent(context: Any, builder: Any, lent: Lent, value: Any, field: str) -> Any:
    return _read(context, builder, lent.record, value, field)


@intrinsic  # type: ignore[untyped-decorator]
def _fill(_: Any, record: Owned, values: Any) -> Any:
    """Put a value into each field of a record that was just made."""

    def write(context: Any, builder: Any, _: Any, given: Any) -> Any:
        fields = _laid_out(context, builder, record, _fields_of(context, builder, record, given[0]))
        for place, (name, kind) in enumerate(record.field_dict.items()):
            value = builder.extract_value(given[1], place)
            value = context.cast(builder, value, values.types[place], kind)
            context.nrt.incref(builder, kind, value)
            setattr(fields, name, value)
        return context.get_dummy_value()

    return types.void(record, values), write


def _fields_of(context: Any, builder: Any, record: Owned, value: Any) -> Any:
    """A pointer to the fields of a counted record."""
    return context.nrt.meminfo_data(builder, cgutils.create_struct_proxy(record)(context, builder, value=value).meminfo)


def _laid_out(context: Any, builder: Any, record: Owned, pointer: Any) -> Any:
    """The fields that a pointer points to, by name."""
    fields = record.get_data_type()
    layout = context.data_model_manager[fields].get_value_type().as_pointer()
    return cgutils.create_struct_proxy(fields)(context, builder, ref=builder.bitcast(pointer, layout))


def _read(context: Any, builder: Any, record: Owned, pointer: Any, field: str) -> Any:
    """The value of a field, lent."""
    value, kind = getattr(_laid_out(context, builder, record, pointer), field), record.field_dict[field]
    if isinstance(kind, Owned):
        return _fields_of(context, builder, kind, value)
    if isinstance(kind, types.Array):
        lent = context.make_array(kind)(context, builder, value=value)
        lent.meminfo, lent.parent = lent.meminfo.type(None), lent.parent.type(None)
        return lent._getvalue()
    return value
