using System.Reflection;
using System.Runtime.CompilerServices;

namespace ShopBot.ArchitectureTests;

/// <summary>A type that holds a secret does not print it, not even by accident in a log or a debugger's exception.</summary>
public sealed class SecretTests
{
    private const string Marker = "s3cret-marker";

    private static readonly string[] SecretNames = ["AccessToken", "RefreshToken", "VerifyToken", "Secret", "Password", "ApiKey", "DataKey", "Credentials"];

    public static TheoryData<string> Holders => [.. SourceAssemblies.PublicTypes
        .Where(type => type is { IsAbstract: false, IsInterface: false, IsEnum: false, ContainsGenericParameters: false } && SecretFields(type).Any())
        .Select(type => type.AssemblyQualifiedName!)];

    [Fact]
    public void The_types_known_to_hold_secrets_are_found()
    {
        var names = Holders.Select(row => row.Data.Split(',')[0].Split('.')[^1]).ToList();

        Assert.Contains("WhatsAppAccount", names);
        Assert.Contains("WhatsAppCredentials", names);
        Assert.Contains("ShopifyCredentials", names);
        Assert.Contains("AccessTokenResult", names);
        Assert.Contains("ShopifyShop", names);
        Assert.Contains("WhatsAppSettings", names);
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void Holder_of_a_secret_does_not_print_it(string name)
    {
        var type = Type.GetType(name, throwOnError: true)!;
        var holder = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in SecretFields(type))
            field.SetValue(holder, Marker);

        Assert.DoesNotContain(Marker, Print(holder), StringComparison.Ordinal);
    }

    [Fact]
    public void Records_around_credentials_write_their_own_text() => Assert.Empty(
        SourceAssemblies.Types
            .Where(type => SourceAssemblies.IsRecord(type) && type.GetProperties().Any(property => property.Name.Contains("Credentials", StringComparison.Ordinal)))
            .Where(type => type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .Select(type => type.FullName));

    private static string Print(object holder)
    {
        try
        {
            return holder.ToString() ?? "";
        }
        catch (NullReferenceException)
        {
            // Its text reads a member that this test left empty, so it is written by hand; a generated one prints null as nothing.
            return "";
        }
    }

    private static IEnumerable<FieldInfo> SecretFields(Type type) => type
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(field => field.FieldType == typeof(string) && SecretNames.Any(name => field.Name.Contains(name, StringComparison.OrdinalIgnoreCase)));
}
