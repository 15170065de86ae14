using System.Text;

namespace Shopify.Client.Tests.Schemas;

/// <summary>Writes a schema as SDL, without texts, for the GraphQL library that checks documents by the rules of the specification.</summary>
internal static class SchemaSdl
{
    private static readonly string[] BuiltIn = ["String", "Int", "Float", "Boolean", "ID"];
    private static readonly string[] Standard = ["include", "skip", "deprecated", "specifiedBy", "oneOf", "defer"];

    public static string Print(SchemaFile schema)
    {
        var sdl = new StringBuilder($"schema {{ query: {schema.QueryType} mutation: {schema.MutationType} }}\n");
        foreach (var directive in schema.Directives.Where(static directive => !Standard.Contains(directive.Name)))
            sdl.Append("directive @").Append(directive.Name).Append(Arguments(directive.Arguments)).Append(" on ").AppendJoin(" | ", directive.Locations).Append('\n');
        foreach (var type in schema.Types.Values.Where(static type => !type.Name.StartsWith("__", StringComparison.Ordinal) && !BuiltIn.Contains(type.Name)))
            sdl.Append(Print(type)).Append('\n');
        return sdl.ToString();
    }

    private static string Print(SchemaType type) => type.Kind switch
    {
        "SCALAR" => $"scalar {type.Name}",
        "ENUM" => $"enum {type.Name} {{ {string.Join(' ', type.EnumValues.Keys)} }}",
        "UNION" => $"union {type.Name} = {string.Join(" | ", type.PossibleTypes)}",
        "INPUT_OBJECT" => $"input {type.Name} {{ {string.Join(' ', type.InputFields.Values.Select(Print))} }}",
        "INTERFACE" => $"interface {type.Name} {{ {Fields(type)} }}",
        _ => $"type {type.Name}{Implements(type)} {{ {Fields(type)} }}",
    };

    private static string Implements(SchemaType type) => type.Interfaces.Count == 0 ? "" : " implements " + string.Join(" & ", type.Interfaces);

    private static string Fields(SchemaType type) =>
        string.Join(' ', type.Fields.Values.Select(static field => $"{field.Name}{Arguments(field.Arguments)}: {field.Type}"));

    private static string Arguments(IReadOnlyDictionary<string, SchemaMember> arguments) =>
        arguments.Count == 0 ? "" : $"({string.Join(' ', arguments.Values.Select(Print))})";

    // Whether a value may be left out is all that counts here, so a default stands for "not required".
    private static string Print(SchemaMember member) =>
        $"{member.Name}: {(member.HasDefault ? member.Type!.Nullable : member.Type)}";
}
