using System.Text.RegularExpressions;

namespace Shopify.Client.Tests.Schemas;

/// <summary>The documents shown in docs/shopify for operations of one's own.</summary>
public sealed partial class DocumentedOperationTests
{
    /// <summary>All documents that are shipped or shown, by name: whether they are for the Storefront API, and their text.</summary>
    internal static IReadOnlyDictionary<string, (bool IsStorefront, string Text)> All { get; } = ReadyOperation.All
        .Select(static one => KeyValuePair.Create(one.Name, (one.Path.StartsWith("Storefront/", StringComparison.Ordinal), one.Document)))
        .Concat(Read())
        .DistinctBy(static one => one.Key, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, (bool IsStorefront, string Text)> Documents = Read();

    public static MatrixTheoryData<string, string> AllInEveryVersion => new([.. Documents.Keys], SchemaVersions.All);

    [Fact]
    public void Every_operation_a_bot_needs_is_ready_or_shown()
    {
        Assert.Equal(65, Needed.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Ready.Except(ReadyOperation.All.Select(static one => one.Name)));
        Assert.Empty(Shown.Except(Documents.Keys));
    }

    [Fact]
    public void There_is_one_way_to_each() => Assert.Empty(ReadyOperation.All.Select(static one => one.Name).Intersect(Documents.Keys));

    public static MatrixTheoryData<string, string> NeededInEveryVersion => new(Needed, SchemaVersions.All);

    [Theory]
    [MemberData(nameof(NeededInEveryVersion))]
    public async Task Needed_operation_is_valid(string name, string version)
    {
        var (isStorefront, text) = All[name];

        Assert.Empty(await DocumentRules.CheckAsync(isStorefront ? SchemaFile.Storefront(version) : SchemaFile.Admin(version), text, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(AllInEveryVersion))]
    public async Task Document_is_valid_and_uses_nothing_deprecated(string name, string version)
    {
        var (isStorefront, text) = Documents[name];
        var schema = isStorefront ? SchemaFile.Storefront(version) : SchemaFile.Admin(version);

        Assert.Empty(await DocumentRules.CheckAsync(schema, text, TestContext.Current.CancellationToken));
        Assert.Empty(Deprecations.In(schema, text));
    }

    /// <summary>Every operation a bot needs, in the order in which Shopify's subjects are usually listed: shop, products, orders, checkout.</summary>
    private static string[] Needed => [.. Ready, .. Shown];

    /// <summary>Those the client has a method for.</summary>
    private static string[] Ready { get; } =
    [
        "ShopInfo", "ProductsPage", "ProductDetail", "VariantsOfProduct", "VariantsByIds", "CollectionsPage", "CollectionProducts", "OrderDetail",
        "OrderContact", "CustomerByPhone", "OrdersOfCustomer", "OrdersSearch", "OrderTag", "DraftOrderCalculate", "DraftOrderCreate", "DraftOrderGet",
        "DraftOrderUpdate", "DraftOrderInvoiceSend", "DraftOrderDelete", "WebhookCreate", "WebhookUpdate", "WebhookList", "WebhookDelete",
        "WhatsAppConsentSet", "BulkRun", "BulkGet", "BulkCancel", "SfRecommendations", "CartCreate", "CartGet", "CartLinesAdd", "CartLinesUpdate",
        "CartLinesRemove", "CartDiscounts", "CartBuyer", "CartAttributes", "CartNote",
    ];

    /// <summary>Those that docs/shopify shows.</summary>
    private static string[] Shown { get; } =
    [
        "ShopPolicies", "ApiHealth", "InventoryByVariant", "CollectionByHandle", "DiscountByCode", "ActiveCodeDiscounts", "CustomerSearch",
        "StorefrontTokenCreate", "StorefrontTokenList", "StorefrontTokenDelete", "DelegateTokenCreate", "Localisation", "Translations",
        "SmsConsentSet", "CustomerUpsert", "MetafieldsRead", "MetafieldsSet", "AbandonedCheckouts", "AppSubscriptionCreate", "AppBillingState",
        "AppSelfUninstall", "RevokeScopes", "SfSearchProducts", "SfPredictive", "SfProduct", "SfCollection", "SfLocalization", "CatalogueExport",
    ];

    private static Dictionary<string, (bool IsStorefront, string Text)> Read()
    {
        var found = new Dictionary<string, (bool, string)>(StringComparer.Ordinal);
        foreach (var block in Directory.EnumerateFiles(ShopifyPages.Folder, "*.md").SelectMany(static file => Block().Matches(File.ReadAllText(file))))
        {
            var text = block.Groups[2].Value;
            found.Add(Name().Match(text) is { Success: true } named ? named.Groups[1].Value : $"unnamed {found.Count}", (block.Groups[1].Value == "storefront", text));
        }

        return found;
    }

    [GeneratedRegex(@"^```graphql (admin|storefront)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(?:query|mutation)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Name();
}
