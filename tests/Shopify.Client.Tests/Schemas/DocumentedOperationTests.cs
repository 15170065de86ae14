using System.Text.RegularExpressions;

namespace Shopify.Client.Tests.Schemas;

/// <summary>The documents shown in docs/shopify for operations of one's own.</summary>
public sealed partial class DocumentedOperationTests
{
    private static readonly IReadOnlyDictionary<string, (bool IsStorefront, string Text)> Documents = Read();

    public static MatrixTheoryData<string, string> AllInEveryVersion => new([.. Documents.Keys], SchemaVersions.All);

    [Fact]
    public void Together_with_the_shipped_ones_every_operation_a_bot_needs_is_there()
    {
        var all = Documents.Keys.Concat(ReadyOperation.All.Select(static operation => operation.Name)).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Needed.Except(all));
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

    private static IEnumerable<string> Needed =>
    [
        "ShopPolicies", "ApiHealth", "InventoryByVariant", "CollectionByHandle", "DiscountByCode", "ActiveCodeDiscounts", "CustomerSearch", "OrderTag",
        "StorefrontTokenCreate", "StorefrontTokenList", "StorefrontTokenDelete", "DelegateTokenCreate", "Localisation", "Translations", "WhatsAppConsentSet",
        "SmsConsentSet", "CustomerUpsert", "MetafieldsRead", "MetafieldsSet", "AbandonedCheckouts", "AppSubscriptionCreate", "AppBillingState",
        "AppSelfUninstall", "RevokeScopes", "BulkRun", "BulkGet", "BulkCancel", "SfSearchProducts", "SfPredictive", "SfProduct", "SfCollection",
        "SfLocalization", "ShopInfo", "ProductsPage", "ProductDetail", "VariantsOfProduct", "VariantsByIds", "CollectionsPage", "CollectionProducts", "OrderDetail",
        "OrderFulfillments", "OrdersOfCustomer", "OrdersSearch", "CustomerByPhone", "DraftOrderCalculate", "DraftOrderCreate", "WebhookList", "CartCreate",
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
