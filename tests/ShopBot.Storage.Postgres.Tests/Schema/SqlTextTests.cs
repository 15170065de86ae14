using System.Reflection;
using System.Text.RegularExpressions;
using ShopBot.Storage.Postgres.Internal.Statements;
using Tests;

namespace ShopBot.Storage.Postgres.Tests.Schema;

/// <summary>No statement can reach the rows of a store it was not asked about: each names the store, and no SQL stands elsewhere.</summary>
public sealed partial class SqlTextTests
{
    /// <summary>Tables of the deployment as a whole.</summary>
    private static readonly string[] OfNoStore = ["tickets", "lookup_keys", "key_ring", "schema_version"];

    public static TheoryData<string> Names => [.. Texts.Keys];

    private static SortedDictionary<string, string> Texts { get; } = new(
        typeof(LaneSql).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(LaneSql).Namespace)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(field => field.IsLiteral && field.FieldType == typeof(string))
                .Select(field => (Name: $"{type.Name}.{field.Name}", Text: (string)field.GetRawConstantValue()!)))
            .Where(entry => Statement().IsMatch(entry.Text) && Table().IsMatch(entry.Text))
            .ToDictionary(entry => entry.Name, entry => entry.Text),
        StringComparer.Ordinal);

    [Fact]
    public void There_are_statements_to_look_at() => Assert.InRange(Texts.Count, 60, 200);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_statement_on_a_table_of_stores_names_the_store(string name)
    {
        var tables = Table().Matches(Texts[name]).Select(match => match.Groups[1].Value).Distinct().Except(OfNoStore).ToList();
        if (tables.Count > 0)
            Assert.Contains("store_id", Texts[name], StringComparison.Ordinal);
        else
            Assert.StartsWith("GlobalSql.", name, StringComparison.Ordinal);
    }

    /// <summary>Joins compare the store first, so that no row of another store can come in between.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_comparison_of_a_customer_compares_the_store_too(string name)
    {
        var text = Texts[name];
        Assert.True(StoreComparison().Count(text) >= CustomerComparison().Count(text), name);
    }

    [Fact]
    public void Sql_stands_with_the_other_statements_only()
    {
        var files = Directory.EnumerateFiles(RepositoryRoot.Of("src/ShopBot.Storage.Postgres"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/Statements/", StringComparison.Ordinal));

        Assert.DoesNotContain(files, file => Path.GetFileName(file) != "Migrator.cs" && Statement().IsMatch(Comment().Replace(File.ReadAllText(file), "")));
    }

    [GeneratedRegex(@"\b(select|insert into|update|delete from|with)\s+[a-z_(1$]", RegexOptions.None)]
    private static partial Regex Statement();

    [GeneratedRegex(@"shopbot\.([a-z_]+)")]
    private static partial Regex Table();

    [GeneratedRegex(@"\.store_id\s*[=<>]|store_id\s*(=|>|in)|\(store_id")]
    private static partial Regex StoreComparison();

    [GeneratedRegex(@"\bcustomer_id\s*=")]
    private static partial Regex CustomerComparison();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
