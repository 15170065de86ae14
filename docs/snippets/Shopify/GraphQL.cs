using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client;

namespace Snippets.Shopify;

#region types
internal static class TagOperations
{
    public static ShopifyOperation<TagsAddVariables, TagsAddData> Add { get; } = new(
        """
        mutation TagsAdd($id: ID!, $tags: [String!]!) {
          tagsAdd(id: $id, tags: $tags) { node { id } userErrors { field message } }
        }
        """,
        "TagsAdd",
        TagJson.Default.TagsAddVariables,
        TagJson.Default.TagsAddData,
        isMutation: true)
    {
        IsIdempotent = true, // adding a tag twice is adding it once, so it may be repeated
        EstimatedCost = 10,
    };
}

internal sealed record TagsAddVariables(string Id, IReadOnlyList<string> Tags);

internal sealed record TagsAddData(TagsAddPayload? TagsAdd);

internal sealed record TagsAddPayload(IReadOnlyList<ShopifyUserError>? UserErrors);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TagsAddVariables))]
[JsonSerializable(typeof(TagsAddData))]
internal sealed partial class TagJson : JsonSerializerContext;
#endregion

internal static class GraphQL
{
    public static async Task MutateAsync(ShopifyAdmin admin, string productId, CancellationToken cancellationToken)
    {
        #region mutation
        var answer = await admin.ExecuteAsync(TagOperations.Add, new TagsAddVariables(productId, ["chat", "summer"]), cancellationToken);

        foreach (var refused in answer.Data?.TagsAdd?.UserErrors ?? [])
            Console.WriteLine($"{string.Join('.', refused.Field ?? [])}: {refused.Message}");
        foreach (var error in answer.Errors)
            Console.WriteLine($"{error.Code}: {error.Message}");
        #endregion
    }

    public static async Task PageAsync(ShopifyAdmin admin, CancellationToken cancellationToken)
    {
        #region paging
        await foreach (var vendor in admin.EnumerateAsync(
            VendorOperations.Page,
            cursor => new VendorsVariables(250, cursor),
            data => data.ProductVendors is { } vendors
                ? new Page<string>(vendors.Nodes ?? [], vendors.PageInfo?.HasNextPage ?? false, vendors.PageInfo?.EndCursor)
                : null,
            cancellationToken: cancellationToken))
        {
            Console.WriteLine(vendor);
        }

        await foreach (var product in ShopifyPaging.EnumerateAsync(
            (cursor, token) => admin.GetProductsAsync(new ProductQuery { First = 100, After = cursor }, token), maxItems: 1000, cancellationToken: cancellationToken))
        {
            Console.WriteLine(product.Title);
        }
        #endregion
    }

    public static async Task HandleAsync(ShopifyAdmin admin, CancellationToken cancellationToken)
    {
        #region errors
        try
        {
            await admin.GetShopAsync(cancellationToken);
        }
        catch (ShopifyThrottledException throttled)
        {
            Console.WriteLine($"Busy; again in {throttled.RetryAfter}.");
        }
        catch (ShopifyAuthenticationException)
        {
            Console.WriteLine("The merchant has to connect the shop again.");
        }
        catch (ShopifyAccountException account)
        {
            Console.WriteLine($"The shop cannot be served: {account.Problem}.");
        }
        catch (ShopifyUnavailableException unavailable)
        {
            Console.WriteLine(unavailable.RequestWasSent ? "Nobody knows whether it happened." : "It did not happen.");
        }
        catch (ShopifyGraphQLException refused)
        {
            Console.WriteLine($"{refused.Errors[0].Code}, request {refused.RequestId}");
        }
        #endregion
    }

    public static void Pace(IServiceCollection services, ShopifyClient client, ShopifyShop shop)
    {
        #region pacing
        services.AddShopifyClient(options =>
        {
            options.MaxPacingWait = TimeSpan.FromMinutes(2);
            options.MaxQueuedCalls = 500;
        });

        var sync = client.Admin(shop, ShopifyCallPriority.Background);
        #endregion
    }

    public static ShopifySearch Search(string whatTheShopperWrote, DateTimeOffset since)
    {
        #region search
        var search = ShopifySearch.Shoppable
            .And(ShopifySearch.Words(whatTheShopperWrote))
            .And(ShopifySearch.Field("tag", "gift \"wrapped\"").Or(ShopifySearch.Field("vendor", "Coastline")))
            .And(ShopifySearch.AtLeast("updated_at", since.ToString("O")))
            .And(ShopifySearch.Field("product_type", "Gift card").Not());
        #endregion
        return search;
    }
}

internal static class VendorOperations
{
    public static ShopifyOperation<VendorsVariables, VendorsData> Page { get; } = new(
        "query Vendors($first: Int!, $after: String) { productVendors(first: $first, after: $after) { nodes pageInfo { hasNextPage endCursor } } }",
        "Vendors",
        VendorJson.Default.VendorsVariables,
        VendorJson.Default.VendorsData);
}

internal sealed record VendorsVariables(int First, string? After);

internal sealed record VendorsData(VendorNodes? ProductVendors);

internal sealed record VendorNodes(IReadOnlyList<string>? Nodes, VendorPageInfo? PageInfo);

internal sealed record VendorPageInfo(bool HasNextPage, string? EndCursor);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VendorsVariables))]
[JsonSerializable(typeof(VendorsData))]
internal sealed partial class VendorJson : JsonSerializerContext;

internal static class BotAuth
{
    public static void Add(IServiceCollection services, ISigningKey key)
    {
        #region bot-auth
        services.AddShopifyClient().AddHttpMessageHandler(() => new WebBotAuth(key));
        #endregion
    }

    #region bot-auth-handler
    internal sealed class WebBotAuth(ISigningKey key) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal)) // the Storefront API
            {
                var (input, signature) = key.Sign(request.Method.Method, request.RequestUri);
                request.Headers.TryAddWithoutValidation("Signature-Agent", key.Agent);
                request.Headers.TryAddWithoutValidation("Signature-Input", input);
                request.Headers.TryAddWithoutValidation("Signature", signature);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
    #endregion

    internal interface ISigningKey
    {
        string Agent { get; }

        (string Input, string Signature) Sign(string method, Uri address);
    }
}
