using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Shopify.Emulator.Graph.Validation;

internal sealed partial class StaticCheck
{
    private void CheckField(GraphQLField field, ValidationContext context)
    {
        var name = field.Name.StringValue;
        if (context.TypeInfo.GetParentType()?.GetNamedType() is not INamedType parent || parent is ScalarGraphType) return;
        if (context.TypeInfo.GetFieldDef() is not { } definition)
        {
            Report(context, field, null, $"Field '{name}' doesn't exist on type '{parent.Name}'", "undefinedField",
                ("typeName", parent.Name), ("fieldName", name));
            return;
        }

        CheckSelections(field, definition, context);
        CheckArguments(field, field.Arguments, definition.Arguments, "Field", name, context);
    }

    private void CheckSelections(GraphQLField field, FieldType definition, ValidationContext context)
    {
        var name = field.Name.StringValue;
        var type = definition.ResolvedType!;
        var leaf = type.GetNamedType() is ScalarGraphType;
        var selected = field.SelectionSet is { Selections.Count: > 0 };
        var typeName = leaf ? type.GetNamedType().Name : type.ToString()!.Trim('!');
        if (leaf && selected)
        {
            var fields = string.Join(", ", field.SelectionSet!.Selections.OfType<GraphQLField>().Select(static f => $"\"{f.Name.StringValue}\""));
            Report(context, field, null, $"Selections can't be made on scalars (field '{name}' returns {typeName} but has selections [{fields}])",
                "selectionMismatch", ("nodeName", $"field '{name}'"), ("typeName", typeName));
        }
        else if (!leaf && !selected)
        {
            Report(context, field, null,
                $"Field must have selections (field '{name}' returns {typeName} but has no selections. Did you mean '{name} {{ ... }}'?)",
                "selectionMismatch", ("nodeName", $"field '{name}'"), ("typeName", typeName));
        }
    }

    private void CheckDirective(GraphQLDirective directive, ValidationContext context)
    {
        var name = directive.Name.StringValue;
        if (context.Schema.Directives.Find(name) is { } definition)
            CheckArguments(directive, directive.Arguments, definition.Arguments, "Directive", name, context);
        else
            Report(context, directive, null, $"Directive @{name} is not defined", "undefinedDirective", ("directiveName", name));
    }

    private void CheckArguments(
        ASTNode node, GraphQLArguments? given, QueryArguments? declared, string ownerKind, string owner, ValidationContext context)
    {
        var written = given?.Items ?? [];
        foreach (var argument in written)
        {
            var name = argument.Name.StringValue;
            if (declared?.Find(name) is { } definition)
                CheckLiteral(argument.Value, definition.ResolvedType!, definition.DefaultValue is not null, name, ownerKind, owner, context);
            else
                Report(context, argument, name, $"{ownerKind} '{owner}' doesn't accept argument '{name}'", "argumentNotAccepted",
                    ("name", owner), ("typeName", ownerKind), ("argumentName", name));
        }

        var missing = (declared ?? Enumerable.Empty<QueryArgument>()).Where(a => a.ResolvedType is NonNullGraphType && a.DefaultValue is null
            && !written.Any(w => w.Name.Value == a.Name)).Select(static a => a.Name).ToList();
        if (missing.Count == 0) return;
        var names = string.Join(", ", missing);
        Report(context, node, null, $"{ownerKind} '{owner}' is missing required arguments: {names}", "missingRequiredArguments",
            ("className", ownerKind), ("name", owner), ("arguments", names));
    }
}
