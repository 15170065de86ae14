using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace Shopify.Emulator.Graph.Validation;

/// <summary>GraphQL.NET's own rules for what <see cref="StaticCheck"/> does not word itself, and their translation.</summary>
internal static partial class CoreRules
{
    public static IReadOnlyList<IValidationRule> Kept { get; } = [.. DocumentValidator.CoreRules.Where(static rule => rule is not (
        FieldsOnCorrectType or ScalarLeafs or KnownArgumentNames or ProvidedNonNullArguments or ArgumentsOfCorrectType
        or NoUnusedVariables or NoUndefinedVariables))];

    public static IEnumerable<GraphError> Translate(ExecutionErrors errors, IReadOnlyDictionary<ASTNode, string> variableOwners)
    {
        foreach (var error in errors)
        {
            // Values of variables are judged later, and an unknown directive was already reported in Shopify's words.
            if (error is InvalidVariableError or KnownDirectivesError or not ValidationError) continue;
            var translated = Translate((ValidationError)error, variableOwners);
            foreach (var location in error.Locations ?? []) translated.AddLocation(location);
            yield return translated;
        }
    }

    private static GraphError Translate(ValidationError error, IReadOnlyDictionary<ASTNode, string> variableOwners) => error switch
    {
        KnownFragmentNamesError when Node<GraphQLFragmentSpread>(error) is { } spread =>
            Fragment(spread.FragmentName.Name.StringValue, "Fragment {0} was used, but not defined"),
        NoUnusedFragmentsError when Node<GraphQLFragmentDefinition>(error) is { } fragment =>
            Fragment(fragment.FragmentName.Name.StringValue, "Fragment {0} was defined, but not used"),
        VariablesInAllowedPositionError => Position(error, variableOwners),
        KnownTypeNamesError when Node<GraphQLNamedType>(error) is { } type => new(
            $"No such type {type.Name.StringValue}, so it can't be a fragment condition", "undefinedType", ("typeName", type.Name.StringValue)),
        FragmentsOnCompositeTypesError => new(error.Message, "fragmentOnNonCompositeType"),
        PossibleFragmentSpreadsError => new(error.Message, "cannotSpreadFragment"),
        OverlappingFieldsCanBeMergedError => new(error.Message, "fieldConflict"),
        VariablesAreInputTypesError => new(error.Message, "variableRequiresValidType"),
        DefaultValuesOfCorrectTypeError => new(error.Message, "defaultValueInvalidType"),
        UniqueArgumentNamesError => new(error.Message, "argumentNotUnique"),
        UniqueInputFieldNamesError => new(error.Message, "inputFieldNotUnique"),
        UniqueVariableNamesError => new(error.Message, "variableNotUnique"),
        UniqueFragmentNamesError => new(error.Message, "fragmentNotUnique"),
        UniqueOperationNamesError => new(error.Message, "operationNameNotUnique"),
        NoFragmentCyclesError => new(error.Message, "infiniteLoop"),
        _ => new(error.Message),
    };

    private static GraphError Fragment(string name, string message) =>
        new(message.Replace("{0}", name, StringComparison.Ordinal), "useAndDefineFragment", ("fragmentName", name));

    private static GraphError Position(ValidationError error, IReadOnlyDictionary<ASTNode, string> variableOwners)
    {
        var variable = Node<GraphQLVariable>(error);
        var name = variable?.Name.StringValue ?? Node<GraphQLVariableDefinition>(error)?.Variable.Name.StringValue ?? "";
        var argument = variable is not null ? variableOwners.GetValueOrDefault(variable, "") : "";
        var types = QuotedTypes().Matches(error.Message).Select(static m => m.Groups[1].Value).ToList();
        var wording = $"Type mismatch on variable ${name} and argument {argument} ({string.Join(" / ", types)})";
        return new(wording, "variableMismatch", ("variableName", name), ("typeName", types.FirstOrDefault()), ("argumentName", argument), ("errorMessage", "Type mismatch"));
    }

    private static T? Node<T>(ValidationError error) where T : ASTNode => error.Nodes.OfType<T>().FirstOrDefault();

    [GeneratedRegex("type '([^']+)'")]
    private static partial Regex QuotedTypes();
}
