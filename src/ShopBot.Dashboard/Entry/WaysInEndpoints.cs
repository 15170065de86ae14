using System.Text;
using Microsoft.AspNetCore.Http;
using ShopBot.Dashboard.Pages;

namespace ShopBot.Dashboard;

/// <summary>How customers find the chat.</summary>
internal static class WaysInEndpoints
{
    private const string Hello = "Hi!";

    public static async Task<IResult> ShowAsync(HttpContext context, StoreNumber numbers, CancellationToken cancellationToken)
    {
        var phone = await numbers.FindAsync(context.Owner(), cancellationToken).ConfigureAwait(false);
        if (phone is null)
            return Answers.Page<WaysInPage>(context, new WaysInPageModel());
        var (path, side) = WaysIn.Qr(WaysIn.Link(phone, Hello, "qr"));
        return Answers.Page<WaysInPage>(context, new WaysInPageModel
        {
            Phone = phone,
            Link = WaysIn.Link(phone, Hello, "link"),
            QrPath = path,
            QrSide = side,
            ProductSnippet = WaysIn.ProductSnippet(phone),
            SiteSnippet = WaysIn.SiteSnippet(phone),
        });
    }

    public static async Task<IResult> QrAsync(HttpContext context, StoreNumber numbers, CancellationToken cancellationToken)
    {
        if (await numbers.FindAsync(context.Owner(), cancellationToken).ConfigureAwait(false) is not { } phone)
            return Answers.NotFound(context);
        var (path, side) = WaysIn.Qr(WaysIn.Link(phone, Hello, "qr"));
        var svg = $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="1024" height="1024" shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff"/><path d="{path}" fill="#000"/></svg>""";
        return Results.File(Encoding.UTF8.GetBytes(svg), "image/svg+xml", "whatsapp-qr.svg");
    }
}
