using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GraphQLParser;
using GraphQLParser.AST;

namespace Shopify.Emulator.Tests.Documents;

/// <summary>
/// Checks an answer against the schema, field by field as the document selects them: nothing missing, nothing more, nulls only where
/// allowed, enum members that exist, scalars in the platform's form. Concrete types of interfaces are asked for with <c>__typename</c>.
/// </summary>
public sealed partial class ResponseCheck
{
    private readonly SchemaText _schema;
    private readonly GraphQLDocument _document;
    private readonly List<string> _problems = [];

    private ResponseCheck(SchemaText schema, GraphQLDocument document) => (_schema, _document) = (schema, document);

    public static IReadOnlyList<string> Run(SchemaText schema, string document, JsonNode data)
    {
        var parsed = Parser.Parse(document);
        var check = new ResponseCheck(schema, parsed);
        var operation = parsed.Definitions.OfType<GraphQLOperationDefinition>().Single();
        check.Object(data, operation.SelectionSet, operation.Operation == OperationType.Mutation ? "Mutation" : "QueryRoot", "");
        return check._problems;
    }

    /// <summary>The document with <c>__typename</c> in every selection, so that answers tell what they are.</summary>
    public static string WithTypeNames(string document)
    {
        // A selection set begins after ")", a name or a directive, never after "=", ":" or "(" as an input object does.
        return SelectionStart().Replace(document, static m => m.Value.StartsWith('#') ? m.Value : m.Groups["before"].Value + "{ __typename ");
    }

    private void Object(JsonNode? value, GraphQLSelectionSet? selections, string type, string path)
    {
        if (value is not JsonObject map)
        {
            Problem(path, $"is not an object but {value?.ToJsonString() ?? "null"}");
            return;
        }

        var concrete = (string?)map["__typename"] ?? type;
        if (!_schema.Fits(concrete, type)) Problem(path, $"{concrete} is no {type}");
        var expected = new Dictionary<string, List<GraphQLField>>();
        Collect(selections, concrete, expected);
        foreach (var (name, fields) in expected)
            if (!map.ContainsKey(name)) Problem($"{path}.{name}", "is missing");
            else if (fields[0].Name.Value != "__typename")
                Value(map[name], new GraphQLSelectionSet([.. fields.SelectMany(static f => f.SelectionSet?.Selections ?? [])]), _schema.Field(concrete, fields[0].Name.StringValue)!.Type, $"{path}.{name}");
        foreach (var (name, _) in map)
            if (!expected.ContainsKey(name)) Problem($"{path}.{name}", "was not asked for");
    }

    private void Collect(GraphQLSelectionSet? selections, string type, Dictionary<string, List<GraphQLField>> into)
    {
        foreach (var selection in selections?.Selections ?? [])
            switch (selection)
            {
                case GraphQLField field:
                    var key = (field.Alias?.Name ?? field.Name).StringValue;
                    if (!into.TryGetValue(key, out var same)) into[key] = same = [];
                    same.Add(field);
                    break;
                case GraphQLInlineFragment inline when inline.TypeCondition is null || _schema.Fits(type, inline.TypeCondition.Type.Name.StringValue):
                    Collect(inline.SelectionSet, type, into);
                    break;
                case GraphQLFragmentSpread spread:
                    var fragment = _document.Definitions.OfType<GraphQLFragmentDefinition>().Single(f => f.FragmentName.Name.Value == spread.FragmentName.Name.Value);
                    if (_schema.Fits(type, fragment.TypeCondition.Type.Name.StringValue)) Collect(fragment.SelectionSet, type, into);
                    break;
            }
    }

    private void Value(JsonNode? value, GraphQLSelectionSet selections, GraphQLType type, string path)
    {
        switch (type)
        {
            case GraphQLNonNullType when value is null:
                Problem(path, "is null");
                break;
            case GraphQLNonNullType some:
                Value(value, selections, some.Type, path);
                break;
            case var _ when value is null:
                break;
            case GraphQLListType list when value is JsonArray items:
                foreach (var (index, item) in items.Index()) Value(item, selections, list.Type, $"{path}[{index}]");
                break;
            case GraphQLListType:
                Problem(path, "is no list");
                break;
            case GraphQLNamedType named:
                Leaf(value, selections, named.Name.StringValue, path);
                break;
        }
    }

    private void Leaf(JsonNode value, GraphQLSelectionSet selections, string type, string path)
    {
        if (_schema.IsBuiltIn(type) || _schema[type] is GraphQLScalarTypeDefinition)
        {
            if (!IsScalar(value, type)) Problem(path, $"{value.ToJsonString()} is no {type}");
        }
        else if (_schema[type] is GraphQLEnumTypeDefinition members)
        {
            if (value.GetValueKind() != JsonValueKind.String || !members.Values!.Items.Exists(v => v.Name.Value == (string?)value)) Problem(path, $"{value.ToJsonString()} is no {type}");
        }
        else
        {
            Object(value, selections, type, path);
        }
    }

    private static bool IsScalar(JsonNode value, string type)
    {
        var kind = value.GetValueKind();
        var text = kind == JsonValueKind.String ? (string?)value : null;
        return type switch
        {
            "Int" => kind == JsonValueKind.Number && int.TryParse(value.ToJsonString(), out _),
            "Float" => kind == JsonValueKind.Number,
            "Boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "ID" => text?.StartsWith("gid://shopify/", StringComparison.Ordinal) == true || text?.Length > 0,
            "DateTime" => text is not null && IsoTime().IsMatch(text),
            "Decimal" => text is not null && NormalDecimal().IsMatch(text),
            "Money" => text is not null && MoneyText().IsMatch(text),
            "UnsignedInt64" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "URL" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "JSON" => true,
            _ => text is not null,
        };
    }

    private void Problem(string path, string text) => _problems.Add($"{path} {text}");

    [GeneratedRegex(@"#[^\n]*|(?<before>(?:\)|\w|\})\s*)\{")]
    private static partial Regex SelectionStart();

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\z")]
    private static partial Regex IsoTime();

    [GeneratedRegex(@"\A-?\d+\.(0|\d*[1-9])\z")]
    private static partial Regex NormalDecimal();

    [GeneratedRegex(@"\A-?\d+\.\d\d\z")]
    private static partial Regex MoneyText();
}
