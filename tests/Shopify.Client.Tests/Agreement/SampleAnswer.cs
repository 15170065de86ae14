using System.Globalization;
using System.Text.Json.Nodes;
using GraphQLParser.AST;
using Shopify.Client.Tests.Schemas;

namespace Shopify.Client.Tests.Agreement;

/// <summary>Makes the answer to a document out of the schema: every selected field is there, every value is another one.</summary>
internal sealed class SampleAnswer(SchemaFile schema, DocumentWalk walk)
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private int _values;

    public static JsonObject Create(SchemaFile schema, string document)
    {
        var walk = new DocumentWalk(schema, document);
        return new JsonObject { ["data"] = new SampleAnswer(schema, walk).Object(walk.Operation.SelectionSet, walk.Root) };
    }

    private JsonObject Object(GraphQLSelectionSet? set, SchemaType type)
    {
        var concrete = walk.ConcreteTypes(set, type)[0];
        var json = new JsonObject();
        foreach (var field in walk.Level(set, concrete))
            json[(field.Node.Alias?.Name ?? field.Node.Name).StringValue] = Value(field, concrete, field.Member.Type!.Nullable);
        return json;
    }

    private JsonNode Value(SelectedField field, SchemaType owner, TypeRef type)
    {
        if (type.IsList)
            return new JsonArray(Value(field, owner, type.Of!.Nullable));
        var target = schema.Types[type.NamedType];
        return field.Member.Name == "__typename" ? owner.Name
            : target.IsLeaf ? Leaf(target)
            : Object(field.Node.SelectionSet, target);
    }

    private JsonNode Leaf(SchemaType type)
    {
        var n = ++_values;
        return type.Name switch
        {
            "Int" => n,
            "Float" => n + 0.5,
            "Boolean" => true,
            "UnsignedInt64" => n.ToString(CultureInfo.InvariantCulture),
            "Decimal" or "Money" => string.Create(CultureInfo.InvariantCulture, $"{n}.5"),
            "DateTime" => Epoch.AddDays(n).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            "CurrencyCode" => "EUR",
            _ => string.Create(CultureInfo.InvariantCulture, $"{type.Name}-{n}"),
        };
    }
}
