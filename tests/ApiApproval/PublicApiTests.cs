using System.Reflection;
using PublicApiGenerator;
using Tests;

namespace ApiApproval;

/// <summary>
/// What each package shows to its users, as a listing that is read in review. After a change that is meant, run the tests with
/// <c>SHOPBOT_APPROVE_API=1</c> and commit the listings.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        UseDenyNamespacePrefixesForExtensionMethods = false,
        DenyNamespacePrefixes = [],
        ExcludeAttributes =
        [
            "System.Runtime.CompilerServices.CompilerGeneratedAttribute", "System.Diagnostics.DebuggerDisplayAttribute",
            "System.CodeDom.Compiler.GeneratedCodeAttribute", "System.Text.Json.Serialization.JsonSerializableAttribute",
            "System.Text.Json.Serialization.JsonSourceGenerationOptionsAttribute",
            // They carry the path of the file they were compiled from.
            "Xunit.FactAttribute", "Xunit.TheoryAttribute",
        ],
    };

    private static readonly string Root = RepositoryRoot.Path;

    private static readonly string Approved = Path.Combine(Root, "tests", "ApiApproval", "Approved");

    public static TheoryData<string> Packages { get; } = [.. Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
        // A tool is run, not referenced.
        .Where(file => !File.ReadAllText(file).Contains("<PackAsTool>true", StringComparison.Ordinal))
        .Select(file => Path.GetFileNameWithoutExtension(file)!)
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_API_is_the_approved_one(string package)
    {
        var file = Path.Combine(Approved, $"{package}.txt");
        var current = Assembly.Load(new AssemblyName(package)).GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("SHOPBOT_APPROVE_API") == "1")
            File.WriteAllText(file, current);

        Assert.True(File.Exists(file), $"{package} has no approved listing.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), current);
    }

    [Fact]
    public void No_listing_outlives_its_package() =>
        Assert.Empty(Directory.EnumerateFiles(Approved).Select(Path.GetFileNameWithoutExtension).Except(Packages.Select(row => row.Data)));
}
