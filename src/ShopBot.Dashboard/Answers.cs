using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShopBot.Dashboard.Pages;

namespace ShopBot.Dashboard;

/// <summary>Pages as answers.</summary>
internal static class Answers
{
    public static IResult Page<TPage>(HttpContext context, object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        // Forms may stand on any page; the cookie beside their token must be set before the page is written.
        var frame = FrameOf(context);
        return new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model, ["Frame"] = frame }) { StatusCode = status, PreventStreamingRendering = true };
    }

    public static IResult SignInFirst(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<IOptions<DashboardOptions>>().Value.Embedded)
            context.Response.Headers["X-Shopify-Retry-Invalid-Session-Request"] = "1";
        return Problem(context, "Open this page from the app in your Shopify admin: there Shopify tells us which shop is yours.", StatusCodes.Status401Unauthorized);
    }

    public static IResult Problem(HttpContext context, string message, int status) => Page<ProblemPage>(context, message, status);

    public static IResult NotFound(HttpContext context) => Problem(context, "There is no such thing in your store.", StatusCodes.Status404NotFound);

    private static PageFrameModel FrameOf(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<DashboardOptions>>().Value;
        var store = context.TryOwner(out var owner) ? owner : null;
        return new PageFrameModel
        {
            Path = context.Request.Path.Value ?? "",
            Shop = store?.Profile.Name,
            BotOn = store?.WhatsAppEnabled ?? false,
            StyleSheet = Asset(options, DashboardAssets.StyleSheet),
            Script = Asset(options, DashboardAssets.Script),
            Token = store is null ? null : context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context),
        };
    }

    private static string Asset(DashboardOptions options, DashboardAssets asset) =>
        options.AssetsUrl is { } elsewhere ? new Uri(elsewhere, asset.Path).AbsoluteUri : asset.Path;
}
