using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace ShopBot.ArchitectureTests;

public sealed class HouseRuleTests
{
    /// <summary>
    /// What a handler of a flow ends with: these read as sentences, and the turn has its own token.
    /// </summary>
    private static readonly string[] NotCalledAsync = ["Turn`1.Says", "Turn`1.Ask", "Turn`1.Follow", "Turn`1.FollowId", "Turn`1.Once", "TurnContext.Once"];

    /// <summary>They are handed the turn, whose token is <c>turn.Aborted</c>; a test's conversation runs in memory.</summary>
    private static readonly HashSet<string> HasTheTurnsToken = ["TurnContext", "TurnDelegate", "AssistantRequest"];

    private static readonly HashSet<string> RunsInMemory = ["TestConversation", "Transcript"];

    /// <summary>Reading a chat on an emulated phone changes marks in memory; the statuses go out behind it.</summary>
    private static readonly string[] NeverWaits = ["EmulatedPhone.ReadAsync"];

    private static readonly HashSet<string> TransportTypes =
    [
        "System.Net.Http.HttpResponseMessage", "System.Net.Http.HttpRequestMessage", "System.Net.Http.HttpRequestException",
        "Microsoft.Data.Sqlite.SqliteException", "Npgsql.NpgsqlException", "Npgsql.PostgresException", "StackExchange.Redis.RedisException",
    ];

    [Fact]
    public void Asynchronous_methods_are_named_so() => Assert.Empty(
        SourceAssemblies.PublicMethods
            .Where(method => SourceAssemblies.IsAsync(method.ReturnType) && !SourceAssemblies.IsGivenFromOutside(method))
            .Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(NameOf)
            .Except(NotCalledAsync));

    [Fact]
    public void Methods_named_asynchronous_are() => Assert.Empty(
        SourceAssemblies.PublicMethods
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && !SourceAssemblies.IsAsync(method.ReturnType))
            .Select(NameOf));

    [Fact]
    public void Asynchronous_methods_take_a_cancellation_token_last() => Assert.Empty(
        SourceAssemblies.PublicMethods
            .Where(method => SourceAssemblies.IsAsync(method.ReturnType) && method.Name != "DisposeAsync" && !SourceAssemblies.IsGivenFromOutside(method))
            .Where(method => method.GetParameters() is var parameters
                && !Array.Exists(parameters, parameter => parameter.ParameterType == typeof(HttpContext) || HasTheTurnsToken.Contains(parameter.ParameterType.Name))
                && !RunsInMemory.Contains(method.DeclaringType!.Name)
                && parameters.LastOrDefault()?.ParameterType != typeof(CancellationToken))
            .Select(NameOf)
            .Except(NotCalledAsync)
            .Except(NeverWaits));

    [Fact]
    public void A_cancellation_token_is_never_before_other_parameters() => Assert.Empty(
        SourceAssemblies.PublicMethods
            .Where(method => method.GetParameters().SkipLast(1).Any(parameter => parameter.ParameterType == typeof(CancellationToken)))
            .Select(NameOf));

    [Fact]
    public void Options_are_sealed_classes_that_print_nothing() => Assert.Empty(
        SourceAssemblies.Types
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type is { IsClass: true, IsNested: false })
            .Where(type => type.GetInterfaces().Length == 0)
            .Where(type => SourceAssemblies.IsRecord(type) || !type.IsSealed || type.GetMethod(nameof(ToString))!.DeclaringType == type)
            .Select(type => type.FullName));

    [Fact]
    public void Public_classes_are_sealed_abstract_or_meant_for_inheritance() => Assert.Empty(
        SourceAssemblies.PublicTypes
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsRootOfAFamily(type))
            .Where(type => !typeof(Exception).IsAssignableFrom(type) && !IsRazor(type))
            .Select(type => type.FullName));

    [Fact]
    public void Public_signatures_show_no_transport_types() => Assert.Empty(
        from type in SourceAssemblies.PublicTypes
        from member in type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        from part in SourceAssemblies.SignatureOf(member).SelectMany(SourceAssemblies.Parts)
        where TransportTypes.Contains(part.FullName ?? "") || typeof(JsonNode).IsAssignableFrom(part)
        select $"{type.FullName}.{member.Name}: {part.Name}");

    [Fact]
    public void Public_fields_are_constants() => Assert.Empty(
        SourceAssemblies.PublicTypes
            .Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral)
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}"));

    [Fact]
    public void Public_types_live_under_the_name_of_their_package() => Assert.Empty(
        SourceAssemblies.PublicTypes
            .Where(type => type.Namespace is { } place
                && !place.StartsWith(type.Assembly.GetName().Name!, StringComparison.Ordinal)
                && !(type is { IsAbstract: true, IsSealed: true } && place is "Microsoft.Extensions.DependencyInjection" or "Microsoft.AspNetCore.Builder"))
            .Select(type => type.FullName));

    /// <summary>A base that our own types derive from, such as a scope of routes.</summary>
    private static bool IsRootOfAFamily(Type type) =>
        SourceAssemblies.Types.Any(other => other.BaseType is { } parent && (parent == type || (parent.IsGenericType && parent.GetGenericTypeDefinition() == type)));

    /// <summary>What the Razor compiler makes of a page, its imports included.</summary>
    private static bool IsRazor(Type type) => type.Name == "_Imports" || typeof(IComponent).IsAssignableFrom(type);

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
