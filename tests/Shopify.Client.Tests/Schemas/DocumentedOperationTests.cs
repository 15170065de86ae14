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
    public void Together_with_the_shipped_ones_every_operation_a_bot_needs_is_there()
    {
        Assert.Equal(64, Needed.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Needed.Except(All.Keys));
    }

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
    private static string[] Needed { get; } =
    [
        "ShopInfo", "ShopPolicies", "ApiHealth", "ProductsPage", "ProductDetail", "VariantsOfProduct", "VariantsByIds", "InventoryByVariant",
        "CollectionsPage", "CollectionProducts", "CollectionByHandle", "DiscountByCode", "ActiveCodeDiscounts", "OrderDetail", "OrderContact",
        "CustomerByPhone", "OrdersOfCustomer", "OrdersSearch", "CustomerSearch", "OrderTag", "DraftOrderCalculate", "DraftOrderCreate",
        "DraftOrderGet", "DraftOrderUpdate", "DraftOrderInvoiceSend", "DraftOrderDelete", "WebhookCreate", "WebhookUpdate", "WebhookList",
        "WebhookDelete", "StorefrontTokenCreate", "StorefrontTokenList", "StorefrontTokenDelete", "DelegateTokenCreate", "Localisation",
        "Translations", "WhatsAppConsentSet", "SmsConsentSet", "CustomerUpsert", "MetafieldsRead", "MetafieldsSet", "AbandonedCheckouts",
        "AppSubscriptionCreate", "AppBillingState", "AppSelfUninstall", "RevokeScopes", "BulkRun", "BulkGet", "BulkCancel", "SfSearchProducts",
        "SfPredictive", "SfProduct", "SfRecommendations", "SfCollection", "SfLocalization", "CartCreate", "CartGet", "CartLinesAdd",
        "CartLinesUpdate", "CartLinesRemove", "CartDiscounts", "CartBuyer", "CartAttributes", "CartNote",
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
