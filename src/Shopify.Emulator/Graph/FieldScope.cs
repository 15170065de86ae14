using System.Globalization;
using GraphQL;
using GraphQL.Execution;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Graph;

/// <summary>What a field sees while it is answered: its arguments and the call it belongs to.</summary>
internal readonly struct FieldScope(IResolveFieldContext context)
{
    public GraphCall Call => (GraphCall)context.RootValue!;

    public string FieldName => context.FieldDefinition.Name;

    public IReadOnlyList<object> Path => [.. context.Path];

    /// <summary>Whether the caller wrote this argument with a value.</summary>
    public bool Has(string name) =>
        context.Arguments is { } all && all.TryGetValue(name, out var value) && value.Source != ArgumentSource.FieldDefault && value.Value is not null;

    public string? Text(string name) => Convert.ToString(Value(name), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    public int? Number(string name) => Value(name) is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;

    public bool Flag(string name) => Value(name) is true;

    public PriceContext PricesIn(string argument) => PriceContext.Of(Call.Shop.Catalog, Object(argument)?.Text("country"));

    public IReadOnlyList<string> Texts(string name) => InputObject.ToTexts(Value(name));

    public InputObject? Object(string name) => Value(name) is IDictionary<string, object?> map ? new InputObject(map) : null;

    public IReadOnlyList<InputObject> Objects(string name) => InputObject.ToObjects(Value(name));

    private object? Value(string name) =>
        context.Arguments is { } all && all.TryGetValue(name, out var value) ? value.Value : null;
}
