using GraphQL;
using GraphQLParser.AST;
using Shopify.Emulator.Markets;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>The directive <c>@inContext</c>: country and language of the buyer. What the shop does not have falls back silently.</summary>
internal static class InContext
{
    public static GraphError? Read(GraphQLOperationDefinition operation, Inputs variables, GraphCall call)
    {
        if (operation.Directives?.Items.Find(static d => d.Name.Value == "inContext") is not { } directive) return null;
        foreach (var argument in directive.Arguments?.Items ?? [])
        {
            var value = Text(argument.Value, operation, variables);
            switch (argument.Name.StringValue)
            {
                case "country":
                    call.Country = value is not null && PriceContext.Sells(call.Shop.Catalog, value) ? value : null;
                    break;
                case "language":
                    call.Locale = Locales.FromEnum(call.Shop.Catalog, value);
                    break;
                case var other when value is not null:
                    return GraphError.Unsupported($"argument {other} of @inContext");
            }
        }

        return null;
    }

    private static string? Text(GraphQLValue value, GraphQLOperationDefinition operation, Inputs variables) => value switch
    {
        GraphQLEnumValue member => member.Name.StringValue,
        GraphQLVariable variable when variables.TryGetValue(variable.Name.StringValue, out var given) && given is not null => given as string,
        GraphQLVariable variable => operation.Variables?.Items.Find(v => v.Variable.Name.Value == variable.Name.Value)?.DefaultValue is GraphQLEnumValue fallback
            ? fallback.Name.StringValue : null,
        GraphQLNullValue => null,
        _ => "",
    };
}
