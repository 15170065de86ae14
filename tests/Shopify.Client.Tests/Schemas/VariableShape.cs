using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GraphQLParser.AST;

namespace Shopify.Client.Tests.Schemas;

/// <summary>Compares what C# writes as variables with what a document declares and the schema knows, input objects included.</summary>
internal sealed class VariableShape(SchemaFile schema)
{
    /// <summary>The package's own way to write, with every property told: the package itself keeps what it needs to write and no more.</summary>
    private static readonly JsonSerializerOptions Telling = new(ShopifyJson.Default.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private readonly List<string> _problems = [];

    public static IReadOnlyList<string> Compare(SchemaFile schema, string document, JsonTypeInfo variables)
    {
        var shape = new VariableShape(schema);
        var declared = (new DocumentWalk(schema, document).Operation.Variables?.Items ?? [])
            .ToDictionary(static variable => variable.Variable.Name.StringValue, static variable => (Type: ToRef(variable.Type), Required: variable.DefaultValue is null));
        var written = PropertiesOf(variables.Type).ToDictionary(static property => property.Name, StringComparer.Ordinal);
        foreach (var (name, (type, required)) in declared)
        {
            if (written.TryGetValue(name, out var property))
                shape.Check($"${name}", type, property.PropertyType, IsOptional(property));
            else
                shape._problems.Add($"${name} is declared and never sent{(required && type.IsNonNull ? ", though required" : "")}");
        }

        shape._problems.AddRange(written.Keys.Except(declared.Keys).Select(static name => $"${name} is sent and not declared"));
        return shape._problems;
    }

    private static IList<JsonPropertyInfo> PropertiesOf(Type type) => Telling.GetTypeInfo(type).Properties;

    private void Check(string where, TypeRef expected, Type type, bool isOptional)
    {
        if (expected.IsNonNull && isOptional)
            _problems.Add($"{where} may be left out, but is {expected}");
        var bare = expected.Nullable;
        var item = ItemOf(type);
        if (bare.IsList || item is not null)
        {
            if (bare.IsList && item is not null)
                Check(where + "[]", bare.Of!, item, false);
            else
                _problems.Add($"{where} is {expected}, in C# {type.Name}");
            return;
        }

        var target = schema.Types[bare.NamedType];
        if (target.Kind == "INPUT_OBJECT")
            CheckInput(where, target, type);
        else if (!Fits(target, Nullable.GetUnderlyingType(type) ?? type))
            _problems.Add($"{where} is {expected}, in C# {type.Name}");
    }

    private void CheckInput(string where, SchemaType input, Type type)
    {
        var written = PropertiesOf(type);
        foreach (var property in written)
        {
            if (!input.InputFields.TryGetValue(property.Name, out var field))
                _problems.Add($"{where}.{property.Name} is no field of {input.Name}");
            else if (field.IsDeprecated)
                _problems.Add($"{where}.{property.Name} is deprecated");
            else
                Check($"{where}.{property.Name}", field.HasDefault ? field.Type!.Nullable : field.Type!, property.PropertyType, IsOptional(property));
        }

        foreach (var field in input.InputFields.Values.Where(static field => field.IsRequired))
        {
            if (!written.Any(property => property.Name == field.Name))
                _problems.Add($"{where}.{field.Name} is required and never sent");
        }
    }

    private static bool Fits(SchemaType target, Type type) => target.Name switch
    {
        "Int" => type == typeof(int),
        "Boolean" => type == typeof(bool),
        "Float" => type == typeof(double) || type == typeof(decimal),
        "DateTime" => type == typeof(DateTimeOffset),
        _ => type == typeof(string),
    };

    private static bool IsOptional(JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && property.IsGetNullable);

    private static Type? ItemOf(Type type) =>
        type != typeof(string) && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static TypeRef ToRef(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => new("NON_NULL", null, ToRef(required.Type)),
        GraphQLListType list => new("LIST", null, ToRef(list.Type)),
        _ => new("NAMED", Deprecations.Named(type), null),
    };
}
