using System.Text.Json;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace Shopify.Emulator.Graph.Validation;

/// <summary>Checks the values of variables against their types, with Shopify's <c>INVALID_VARIABLE</c> and its list of problems.</summary>
internal sealed class VariableCheck
{
    private const int MaxArray = 250;
    private readonly List<(IReadOnlyList<object> Path, string Explanation)> _problems = [];
    private int _tooLong;

    public static IReadOnlyList<GraphError> Run(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, JsonElement variables)
    {
        List<GraphError> errors = [];
        foreach (var definition in operation.Variables?.Items ?? [])
        {
            if (definition.Type.GraphTypeFromType(schema) is not { } type) continue;
            var given = variables.ValueKind == JsonValueKind.Object
                && variables.TryGetProperty(definition.Variable.Name.StringValue, out var value) ? value : default;
            if (given.ValueKind == JsonValueKind.Undefined && definition.DefaultValue is not null) continue;
            var check = new VariableCheck();
            check.Visit(given, type, []);
            if (check.Error(definition, type, given) is not { } error) continue;
            error.AddLocation(Location.FromLinearPosition(document.Source, definition.Location.Start));
            errors.Add(error);
        }

        return errors;
    }

    private GraphError? Error(GraphQLVariableDefinition definition, IGraphType type, JsonElement given)
    {
        if (_tooLong > 0)
            return new($"The input array size of {_tooLong} is greater than the maximum allowed of {MaxArray}.", "MAX_INPUT_SIZE_EXCEEDED");
        if (_problems.Count == 0) return null;
        var details = string.Join(", ", _problems.Where(static p => p.Path.Count > 0)
            .Select(static p => $"{string.Join('.', p.Path)} ({p.Explanation})"));
        var message = $"Variable ${definition.Variable.Name.StringValue} of type {type} was provided invalid value"
            + (details.Length == 0 ? "" : $" for {details}");
        return new(message, "INVALID_VARIABLE",
            ("value", given.ValueKind == JsonValueKind.Undefined ? null : given.Clone()),
            ("problems", _problems.Select(static p => new Dictionary<string, object> { ["path"] = p.Path, ["explanation"] = p.Explanation }).ToList()));
    }

    private void Visit(JsonElement value, IGraphType type, IReadOnlyList<object> path)
    {
        var missing = value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
        switch (type)
        {
            case NonNullGraphType when missing:
                Problem(path, "Expected value to not be null");
                break;
            case NonNullGraphType nonNull:
                Visit(value, nonNull.ResolvedType!, path);
                break;
            case var _ when missing:
                break;
            case ListGraphType list when value.ValueKind == JsonValueKind.Array:
                _tooLong = Math.Max(_tooLong, value.GetArrayLength() > MaxArray ? value.GetArrayLength() : 0);
                foreach (var (index, item) in value.EnumerateArray().Index()) Visit(item, list.ResolvedType!, [.. path, index]);
                break;
            case ListGraphType list:
                Visit(value, list.ResolvedType!, path);
                break;
            case IInputObjectGraphType input:
                VisitObject(value, input, path);
                break;
            case EnumerationGraphType members when !IsMember(members, value):
                Problem(path, $"Expected \"{Plain(value)}\" to be one of: {string.Join(", ", members.Values.Select(static m => m.Name))}");
                break;
            case IdGraphType when !Gid.TryParse(Plain(value), out _):
                Problem(path, $"Invalid global id '{Plain(value)}'");
                break;
            case ScalarGraphType and not EnumerationGraphType and not IdGraphType when !CanCoerce((ScalarGraphType)type, value):
                Problem(path, $"Could not coerce value {value.GetRawText()} to {((ScalarGraphType)type).Name}");
                break;
        }
    }

    private void VisitObject(JsonElement value, IInputObjectGraphType input, IReadOnlyList<object> path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Problem(path, $"Expected {value.GetRawText()} to be a key-value object.");
            return;
        }

        foreach (var member in value.EnumerateObject())
            if (input.Fields.Find(member.Name) is { } field) Visit(member.Value, field.ResolvedType!, [.. path, member.Name]);
            else Problem([.. path, member.Name], $"Field is not defined on {input.Name}");
        foreach (var field in input.Fields)
            if (field is { ResolvedType: NonNullGraphType, DefaultValue: null } && !value.TryGetProperty(field.Name, out _))
                Problem([.. path, field.Name], "Expected value to not be null");
        var count = value.EnumerateObject().Count(static m => m.Value.ValueKind != JsonValueKind.Null);
        if (input.IsOneOf && count != 1) Problem(path, $"'{input.Name}' requires exactly one argument, but {count} were provided.");
    }

    private void Problem(IReadOnlyList<object> path, string explanation) => _problems.Add((path, explanation));

    private static bool IsMember(EnumerationGraphType type, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && type.Values.FindByName(value.GetString()!) is not null;

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static bool CanCoerce(ScalarGraphType type, JsonElement value) => type switch
    {
        StringGraphType => value.ValueKind == JsonValueKind.String,
        BooleanGraphType => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        IntGraphType => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        FloatGraphType => value.ValueKind == JsonValueKind.Number,
        _ => value.ValueKind switch
        {
            JsonValueKind.String => type.CanParseValue(value.GetString()),
            JsonValueKind.Number => type.CanParseValue(value.GetDecimal()),
            _ => type.Name == "JSON",
        },
    };
}
