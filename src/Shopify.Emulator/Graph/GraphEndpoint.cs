using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Faults;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Graph;

/// <summary>The two GraphQL endpoints: token, version, faults and headers around <see cref="GraphRunner"/>.</summary>
internal sealed class GraphEndpoint(FaultScript faults, ShopifyEmulatorOptions options)
{
    public Task AdminAsync(HttpContext context) => RunAsync(context, isAdmin: true);

    public Task StorefrontAsync(HttpContext context) => RunAsync(context, isAdmin: false);

    private async Task RunAsync(HttpContext context, bool isAdmin)
    {
        var shop = context.Shop();
        var fault = faults.Next(isAdmin ? FaultTarget.Admin : FaultTarget.Storefront, shop.Domain);
        if (ApiVersions.Serve(context.Request.RouteValues["version"] as string) is not { } version)
        {
            await context.AnswerJsonAsync(404, """{"errors":"Not Found"}""").ConfigureAwait(false);
            return;
        }

        context.Response.Headers["X-Request-Id"] = Guid.NewGuid().ToString();
        context.Response.Headers["X-Shopify-API-Version"] = version;
        if (fault is not null && await FaultAnswer.TryAsync(context, fault).ConfigureAwait(false)) return;
        var access = isAdmin ? Admin(context, shop) : Storefront(context, shop);
        if (access.Refusal is { } refusal)
        {
            await context.AnswerJsonAsync(refusal.Status, refusal.Body).ConfigureAwait(false);
            return;
        }

        var request = context.Request.HasJsonContentType()
            ? await GraphRequest.ReadAsync(context.Request.Body, context.RequestAborted).ConfigureAwait(false) : null;
        if (request is null)
        {
            await context.AnswerJsonAsync(400, """{"errors":{"query":"Required parameter missing or invalid"}}""").ConfigureAwait(false);
            return;
        }

        var call = new GraphCall(shop, access.Scopes!) { DeniedField = fault?.DeniedField, Token = access.Token };
        var (result, operation) = await GraphRunner.RunAsync(
            isAdmin ? GraphApi.Admin : GraphApi.Storefront, request, call, isAdmin ? shop.Bucket : null, fault, context.RequestAborted).ConfigureAwait(false);
        context.Items["operation"] = operation;
        if (result.Errors?.Any(static error => error.Code == "THROTTLED") == true) context.Items["throttled"] = true;
        if (fault?.IsHanging == true)
        {
            await FaultAnswer.HangAsync(context).ConfigureAwait(false);
            return;
        }

        using var body = new MemoryStream();
        await GraphRunner.WriteAsync(body, result, context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (fault?.BodyPause is { } pause)
        {
            await context.Response.Body.WriteAsync(bytes[..(bytes.Length / 2)], context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            await Task.Delay(pause, options.TimeProvider, context.RequestAborted).ConfigureAwait(false);
            bytes = bytes[(bytes.Length / 2)..];
        }

        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    private Access Admin(HttpContext context, EmulatedShop shop)
    {
        var token = context.Request.Headers["X-Shopify-Access-Token"].ToString();
        return shop.Tokens.Use(token) switch
        {
            null => Access.Refused(401, ApiRefusals.InvalidToken),
            { ExpiresAt: null } when !options.AcceptsNonExpiringTokens => Access.Refused(403, ApiRefusals.NonExpiring),
            var known => new(known.Scopes, null) { Token = known },
        };
    }

    private static Access Storefront(HttpContext context, EmulatedShop shop)
    {
        var headers = context.Request.Headers;
        if (headers["X-Shopify-Storefront-Access-Token"].ToString() is { Length: > 0 } open)
            return shop.Tokens.FindStorefront(open) is { } found ? new(found.Scopes, null) : Unauthorized();
        var token = headers["Shopify-Storefront-Private-Token"].ToString();
        if (token.Length == 0) return new(GrantedScopes.Tokenless, null);
        return shop.Tokens.Use(token) is { } known ? new(known.Scopes, null) { Token = known } : Unauthorized();

        static Access Unauthorized() => Access.Refused(401, """{"errors":[{"message":"","extensions":{"code":"UNAUTHORIZED"}}]}""");
    }

    private sealed record Access(GrantedScopes? Scopes, (int Status, string Body)? Refusal)
    {
        public AccessToken? Token { get; init; }

        public static Access Refused(int status, string body) => new(null, (status, body));
    }
}
