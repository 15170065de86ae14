using GraphQL;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace Shopify.Emulator.Graph.Validation;

/// <summary>GraphQL.NET's own rules for what <see cref="StaticCheck"/> does not word itself, and their translation.</summary>
internal static class CoreRules
{
    public static IReadOnlyList<IValidationRule> Kept { get; } = [.. DocumentValidator.CoreRules.Where(static rule => rule is not (
        FieldsOnCorrectType or ScalarLeafs or KnownArgumentNames or ProvidedNonNullArguments or ArgumentsOfCorrectType
        or NoUnusedVariables or NoUndefinedVariables or VariablesInAllowedPosition))];

    public static IEnumerable<GraphError> Translate(ExecutionErrors errors)
    {
        foreach (var error in errors.OfType<ValidationError>())
        {
            if (Translate(error) is not { } translated) continue;
            foreach (var location in error.Locations ?? []) translated.AddLocation(location);
            yield return translated;
        }
    }

    /// <summary>Null for errors that <see cref="StaticCheck"/> or <see cref="VariableCheck"/> words itself.</summary>
    private static GraphError? Translate(ValidationError error) => error switch
    {
        KnownFragmentNamesError when Node<GraphQLFragmentSpread>(error) is { } spread =>
            Fragment($"Fragment {spread.FragmentName.Name.StringValue} was used, but not defined", spread.FragmentName),
        NoUnusedFragmentsError when Node<GraphQLFragmentDefinition>(error) is { } fragment =>
            Fragment($"Fragment {fragment.FragmentName.Name.StringValue} was defined, but not used", fragment.FragmentName),
        KnownTypeNamesError when Node<GraphQLNamedType>(error) is { } type => new(
            $"No such type {type.Name.StringValue}, so it can't be a fragment condition", "undefinedType", ("typeName", type.Name.StringValue)),
        FragmentsOnCompositeTypesError => new(error.Message, "fragmentOnNonCompositeType"),
        PossibleFragmentSpreadsError => new(error.Message, "cannotSpreadFragment"),
        OverlappingFieldsCanBeMergedError => new(error.Message, "fieldConflict"),
        VariablesAreInputTypesError => new(error.Message, "variableRequiresValidType"),
        DefaultValuesOfCorrectTypeError => new(error.Message, "defaultValueInvalidType"),
        DirectivesInAllowedLocationsError => new(error.Message, "directiveCannotBeApplied"),
        UniqueDirectivesPerLocationError => new(error.Message, "directiveNotUniqueForLocation"),
        UniqueArgumentNamesError => new(error.Message, "argumentNotUnique"),
        UniqueInputFieldNamesError => new(error.Message, "inputFieldNotUnique"),
        UniqueVariableNamesError => new(error.Message, "variableNotUnique"),
        UniqueFragmentNamesError => new(error.Message, "fragmentNotUnique"),
        UniqueOperationNamesError => new(error.Message, "operationNameNotUnique"),
        NoFragmentCyclesError => new(error.Message, "infiniteLoop"),
        LoneAnonymousOperationError => new(error.Message, "anonymousOperationNotAlone"),
        _ => null,
    };

    private static GraphError Fragment(string message, GraphQLFragmentName name) =>
        new(message, "useAndDefineFragment", ("fragmentName", name.Name.StringValue));

    private static T? Node<T>(ValidationError error) where T : ASTNode => error.Nodes.OfType<T>().FirstOrDefault();
}
