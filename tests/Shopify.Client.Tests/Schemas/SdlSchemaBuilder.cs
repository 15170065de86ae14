using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser;
using GraphQLParser.AST;

namespace Shopify.Client.Tests.Schemas;

/// <summary>Builds a schema for validation only: scalars accept every value, nothing can be executed.</summary>
internal sealed class SdlSchemaBuilder : SchemaBuilder
{
    private IReadOnlyList<string> _scalars = [];

    public static ISchema BuildFrom(string sdl)
    {
        var document = Parser.Parse(sdl, new ParserOptions { Ignore = IgnoreOptions.Comments });
        var builder = new SdlSchemaBuilder
        {
            RunConfigurations = false,
            _scalars = [.. document.Definitions.OfType<GraphQLScalarTypeDefinition>().Select(static scalar => scalar.Name.StringValue)],
        };
        var schema = builder.Build(sdl);
        schema.Initialize();
        return schema;
    }

    protected override void PreConfigure(Schema schema)
    {
        foreach (var name in _scalars)
            schema.RegisterType(new AnyScalar(name));
    }

    protected override InterfaceGraphType ToInterfaceType(GraphQLInterfaceTypeDefinition interfaceDef)
    {
        var type = base.ToInterfaceType(interfaceDef);
        type.ResolveType = static _ => null;
        return type;
    }

    protected override UnionGraphType ToUnionType(GraphQLUnionTypeDefinition unionDef)
    {
        var type = base.ToUnionType(unionDef);
        type.ResolveType = static _ => null;
        return type;
    }

    private sealed class AnyScalar : ScalarGraphType
    {
        public AnyScalar(string name) => Name = name;

        public override object? ParseLiteral(GraphQLValue value) => value.ToString();

        public override object? ParseValue(object? value) => value;
    }
}
