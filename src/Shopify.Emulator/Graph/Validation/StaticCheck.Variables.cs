using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Shopify.Emulator.Graph.Validation;

internal sealed partial class StaticCheck
{
    private void CheckVariables(GraphQLOperationDefinition operation, ValidationContext context)
    {
        var owner = operation.Name?.StringValue ?? $"anonymous {operation.Operation.ToString().ToLowerInvariant()}";
        var declared = operation.Variables?.Items ?? [];
        var used = context.GetRecursiveVariables(operation)?.Select(static u => u.Node).ToList() ?? [];
        foreach (var variable in declared)
        {
            var name = variable.Variable.Name.StringValue;
            if (used.All(u => u.Name.Value != variable.Variable.Name.Value))
                Report(context, variable, null, $"Variable ${name} is declared by {owner} but not used", "variableNotUsed", ("variableName", name));
        }

        foreach (var variable in used.Where(u => declared.All(d => d.Variable.Name.Value != u.Name.Value)))
        {
            var name = variable.Name.StringValue;
            Report(context, variable, null, $"Variable ${name} is used by {owner} but not declared", "variableNotDefined", ("variableName", name));
        }
    }

    /// <summary>Whether a variable of its declared type may stand where the schema expects <paramref name="expected"/>.</summary>
    private void CheckPosition(GraphQLVariable variable, IGraphType expected, bool hasDefault, string argument, ValidationContext context)
    {
        if (context.Operation.Variables?.Items.Find(v => v.Variable.Name.Value == variable.Name.Value) is not { } definition) return;
        var nullable = hasDefault || definition.DefaultValue is not (null or GraphQLNullValue);
        if (Mismatch(definition.Type, nullable && expected is NonNullGraphType nonNull ? nonNull.ResolvedType! : expected) is not { } problem) return;
        var name = variable.Name.StringValue;
        Report(context, variable, null, $"{problem} on variable ${name} and argument {argument} ({Text(definition.Type)} / {expected})", "variableMismatch",
            ("variableName", name), ("typeName", Text(definition.Type)), ("argumentName", argument), ("errorMessage", problem));
    }

    private static string? Mismatch(GraphQLType declared, IGraphType expected) => (declared, expected) switch
    {
        (GraphQLNonNullType some, NonNullGraphType wanted) => Mismatch(some.Type, wanted.ResolvedType!),
        (_, NonNullGraphType wanted) => Mismatch(declared, wanted.ResolvedType!) ?? "Nullability mismatch",
        (GraphQLNonNullType some, _) => Mismatch(some.Type, expected),
        (GraphQLListType some, ListGraphType wanted) => Mismatch(some.Type, wanted.ResolvedType!),
        (GraphQLListType, _) or (_, ListGraphType) => "List dimension mismatch",
        (GraphQLNamedType some, INamedType wanted) => some.Name.Value == wanted.Name ? null : "Type mismatch",
        _ => null,
    };

    private static string Text(GraphQLType type) => type switch
    {
        GraphQLNonNullType inner => $"{Text(inner.Type)}!",
        GraphQLListType inner => $"[{Text(inner.Type)}]",
        GraphQLNamedType named => named.Name.StringValue,
        _ => "",
    };
}
