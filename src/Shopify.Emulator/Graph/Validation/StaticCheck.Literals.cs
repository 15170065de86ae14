using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Shopify.Emulator.Graph.Validation;

internal sealed partial class StaticCheck
{
    /// <summary>Checks a value written in the document itself; variables are checked when their values are known.</summary>
    private void CheckLiteral(GraphQLValue value, IGraphType type, bool hasDefault, string name, string ownerKind, string owner, ValidationContext context)
    {
        switch (value, type)
        {
            case (GraphQLVariable variable, _):
                CheckPosition(variable, type, hasDefault, name, context);
                return;
            case (GraphQLNullValue, NonNullGraphType):
                Incompatible();
                return;
            case (GraphQLNullValue, _):
                return;
            case (_, NonNullGraphType nonNull):
                CheckLiteral(value, nonNull.ResolvedType!, hasDefault, name, ownerKind, owner, context);
                return;
            case (GraphQLListValue list, ListGraphType listType):
                foreach (var item in list.Values ?? []) CheckLiteral(item, listType.ResolvedType!, false, name, ownerKind, owner, context);
                return;
            case (_, ListGraphType listType):
                CheckLiteral(value, listType.ResolvedType!, hasDefault, name, ownerKind, owner, context);
                return;
            case (GraphQLObjectValue map, IInputObjectGraphType input):
                CheckInputObject(map, input, name, context);
                return;
            case (GraphQLStringValue text, IdGraphType) when !Gid.TryParse(text.Value.ToString(), out _):
                Report(context, value, name, $"Invalid global id '{text.Value}'", "argumentLiteralsIncompatible", ("typeName", "CoercionError"));
                return;
            case (_, ScalarGraphType scalar) when scalar.CanParseLiteral(value):
                return;
            default:
                Incompatible();
                return;
        }

        void Incompatible() => Report(context, value, name,
            $"Argument '{name}' on {ownerKind} '{owner}' has an invalid value ({Text(value)}). Expected type '{type}'.",
            "argumentLiteralsIncompatible", ("typeName", ownerKind), ("argumentName", name));
    }

    private void CheckInputObject(GraphQLObjectValue map, IInputObjectGraphType input, string name, ValidationContext context)
    {
        var written = map.Fields ?? [];
        _path.Add(name);
        foreach (var field in written)
        {
            var fieldName = field.Name.StringValue;
            if (input.Fields.Find(fieldName) is { } definition)
                CheckLiteral(field.Value, definition.ResolvedType!, definition.DefaultValue is not null, fieldName, "InputObject", input.Name, context);
            else
                Report(context, field, fieldName, $"InputObject '{input.Name}' doesn't accept argument '{fieldName}'", "argumentNotAccepted",
                    ("name", input.Name), ("typeName", "InputObject"), ("argumentName", fieldName));
        }

        foreach (var field in input.Fields)
            if (field is { ResolvedType: NonNullGraphType type, DefaultValue: null } && !written.Any(w => w.Name.Value == field.Name))
                Report(context, map, field.Name, $"Argument '{field.Name}' on InputObject '{input.Name}' is required. Expected type {type}",
                    "missingRequiredInputObjectAttribute",
                    ("argumentName", field.Name), ("argumentType", type.ToString()), ("inputObjectType", input.Name));
        if (input.IsOneOf && written.Count != 1)
            Report(context, map, null, $"'{input.Name}' requires exactly one argument, but {written.Count} were provided.",
                "invalidOneOfInputObject", ("inputObjectType", input.Name));
        _path.RemoveAt(_path.Count - 1);
    }

    private static string Text(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => $"\"{text.Value}\"",
        IHasValueNode plain => plain.Value.ToString(),
        GraphQLEnumValue member => member.Name.StringValue,
        GraphQLListValue list => $"[{string.Join(", ", (list.Values ?? []).Select(Text))}]",
        GraphQLObjectValue map => $"{{{string.Join(", ", (map.Fields ?? []).Select(f => $"{f.Name.StringValue}: {Text(f.Value)}"))}}}",
        _ => "null",
    };
}
