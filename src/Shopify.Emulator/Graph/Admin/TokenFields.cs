using Shopify.Emulator.OAuth;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Public Storefront tokens and delegate tokens.</summary>
internal static class TokenFields
{
    private const int MaxStorefrontTokens = 100;

    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("Mutation")
            .Field("storefrontAccessTokenCreate", static (call, scope) => Create(call, scope))
            .Field("storefrontAccessTokenDelete", static (call, scope) =>
            {
                var id = scope.Object("input")!.Text("id")!;
                return call.Shop.Tokens.DeleteStorefront(Lookup.Number(id, "StorefrontAccessToken"))
                    ? Answer.Of(("deletedStorefrontAccessTokenId", id)) : Answer.Refused(new UserError(["input", "id"], "Storefront access token does not exist"));
            })
            .Field("delegateAccessTokenCreate", static (call, scope) => Delegate(call, scope.Object("input")!));
        model.Payload("StorefrontAccessTokenCreatePayload", "storefrontAccessToken", "shop");
        model.Payload("StorefrontAccessTokenDeletePayload", "deletedStorefrontAccessTokenId");
        model.Payload("DelegateAccessTokenCreatePayload", "delegateAccessToken", "shop");
        model.CodedError("DelegateAccessTokenCreateUserError");
        model.Type<StorefrontToken>("StorefrontAccessToken")
            .Field("id", static t => Gid.Of("StorefrontAccessToken", t.Id))
            .Field("title", static t => t.Title)
            .Field("accessToken", static t => t.Text)
            .Field("accessScopes", static t => t.Scopes.Compressed)
            .Field("createdAt", static t => t.CreatedAt)
            .Field("updatedAt", static t => t.CreatedAt);
        model.Type<EmulatedShop>("Shop")
            .Field("storefrontAccessTokens", static (shop, scope) => Page.Of(shop.Tokens.StorefrontTokens, scope, static t => t.Id));
        model.Type<DelegateRow>("DelegateAccessToken")
            .Field("accessToken", static d => d.Token.Text)
            .Field("accessScopes", static d => d.Token.Scopes.Compressed)
            .Field("createdAt", static d => d.CreatedAt)
            .Field("expiresIn", static d => d.ExpiresIn);
    }

    private static Answer Create(GraphCall call, FieldScope scope)
    {
        var scopes = call.Scopes.Compressed.Where(static s => s.StartsWith("unauthenticated_", StringComparison.Ordinal)).ToList();
        if (scopes.Count == 0) throw GraphError.AccessDenied(scope.FieldName, "unauthenticated_read_product_listings");
        if (call.Shop.Tokens.StorefrontTokens.Count >= MaxStorefrontTokens)
            return Answer.Refused(new UserError(["input"], "apps.admin.graph_api_errors.storefront_access_token_create.reached_limit"));
        if (scope.Object("input")!.Text("title") is not { } title) return Answer.Refused(new UserError(["input", "title"], "Title can't be blank"));
        return Answer.Of(("storefrontAccessToken", call.Shop.Tokens.CreateStorefront(title, new(scopes))), ("shop", call.Shop));
    }

    private static Answer Delegate(GraphCall call, InputObject input)
    {
        var (scopes, seconds) = (input.Texts("delegateAccessScope"), input.Number("expiresIn"));
        if (call.Token is not { Parent: null } parent) return Answer.Refused(new UserError(null, "A delegate access token cannot create another one.", "DELEGATE_ACCESS_TOKEN"));
        if (scopes.Count == 0) return Answer.Refused(new UserError(null, "The access scope can't be empty.", "EMPTY_ACCESS_SCOPE"));
        if (!call.Scopes.HasAll(scopes)) return Answer.Refused(new UserError(null, "The access scope is invalid: " + string.Join(", ", scopes.Where(s => !call.Scopes.HasAll([s]))), "UNKNOWN_SCOPES"));
        if (seconds < 0) return Answer.Refused(new UserError(null, "The expires_in value must be greater than 0.", "NEGATIVE_EXPIRES_IN"));
        var now = call.Shop.Now();
        var ends = seconds is { } given ? now.AddSeconds(given) : parent.ExpiresAt;
        if (ends > parent.ExpiresAt) return Answer.Refused(new UserError(null, "The delegate token can't expire after the parent token.", "EXPIRES_AFTER_PARENT"));
        return Answer.Of(("delegateAccessToken", new DelegateRow(call.Shop.Tokens.Delegate(parent, new(scopes), ends), now, ends is { } end ? (int)(end - now).TotalSeconds : null)), ("shop", call.Shop));
    }

    private sealed record DelegateRow(AccessToken Token, DateTimeOffset CreatedAt, int? ExpiresIn);
}
