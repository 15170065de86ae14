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
}
