using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard;

/// <summary>
/// The guard before every page: whose store it is comes from the session alone, never from anything else in the request, and whatever changes something must be a form of this very session.
/// </summary>
internal sealed class OwnerFilter(DashboardSession session, StoreRegistry stores, IAntiforgery antiforgery) : IEndpointFilter
{
    private const int MaxFormBytes = 64 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (session.Identify(http) is not { } shop || await stores.ReadByShopDomainAsync(shop, http.RequestAborted).ConfigureAwait(false) is not { Shopify: not null } store)
            return Answers.SignInFirst(http);
        http.Items[typeof(OwnerFilter)] = store;
        if (!HttpMethods.IsPost(http.Request.Method))
            return await next(context).ConfigureAwait(false);

        if (!http.Request.HasFormContentType || http.Request.ContentLength > MaxFormBytes)
            return Answers.Problem(http, "The settings must be sent as a form of at most 64 KB.", StatusCodes.Status400BadRequest);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxFormBytes;
        if (!await CanBeReadAsync(http.Request).ConfigureAwait(false))
            return Answers.Problem(http, "This is no form that we can read.", StatusCodes.Status400BadRequest);
        return await antiforgery.IsRequestValidAsync(http).ConfigureAwait(false)
            ? await next(context).ConfigureAwait(false)
            : Answers.Problem(http, "This form was not opened from our page, or it is too old. Open the page again.", StatusCodes.Status400BadRequest);
    }

    /// <summary>Not one with too many or too long fields, or longer than it said. What was read is kept with the request.</summary>
    private static async ValueTask<bool> CanBeReadAsync(HttpRequest request)
    {
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
            return true;
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }
}
