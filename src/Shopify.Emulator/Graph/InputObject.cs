using System.Collections;
using System.Globalization;

namespace Shopify.Emulator.Graph;

/// <summary>An input object as the schema coerced it.</summary>
internal sealed class InputObject(IDictionary<string, object?> members)
{
    /// <summary>Whether the caller wrote this member with a value.</summary>
    public bool Has(string name) => members.TryGetValue(name, out var value) && value is not null;

    public string? Text(string name) => Convert.ToString(Value(name), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    public int? Number(string name) => Value(name) is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;

    public bool? Flag(string name) => Value(name) as bool?;

    public decimal? Amount(string name) => Value(name) is { } value ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : null;

    public DateTimeOffset? Time(string name) => Value(name) switch
    {
        DateTimeOffset time => time,
        DateTime time => new DateTimeOffset(time.ToUniversalTime()),
        _ => null,
    };

    public IReadOnlyList<string> Texts(string name) => ToTexts(Value(name));

    public InputObject? Object(string name) => Value(name) is IDictionary<string, object?> map ? new(map) : null;

    public IReadOnlyList<InputObject> Objects(string name) => ToObjects(Value(name));

    /// <summary>Refuses members that the emulator would otherwise silently ignore.</summary>
    public void RefuseUnmodelled(string typeName, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Value(name) is { } value && value is not IList { Count: 0 }) throw GraphError.Unsupported($"{typeName}.{name}");
    }

    public static IReadOnlyList<string> ToTexts(object? value) => value is IEnumerable list and not string
        ? [.. list.Cast<object?>().Select(static v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "")]
        : [];

    public static IReadOnlyList<InputObject> ToObjects(object? value) => value is IEnumerable list and not string
        ? [.. list.OfType<IDictionary<string, object?>>().Select(static v => new InputObject(v))]
        : [];

    private object? Value(string name) => members.TryGetValue(name, out var value) ? value : null;
}
