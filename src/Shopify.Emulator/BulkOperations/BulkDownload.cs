using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.BulkOperations;

/// <summary>The storage behind a bulk operation's <c>url</c>. Like a signed storage address it works without any token and refuses a foreign one.</summary>
internal static class BulkDownload
{
    public static async Task AnswerAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["file"] as string ?? "";
        if (context.Request.Headers.Authorization.Count > 0 || context.Request.Headers.ContainsKey("X-Shopify-Access-Token"))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "application/xml";
            await context.Response.WriteAsync("<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message></Error>", context.RequestAborted).ConfigureAwait(false);
            return;
        }

        if (!name.EndsWith(".jsonl", StringComparison.Ordinal) || context.Shop().Bulk.File(name[..^".jsonl".Length]) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "application/jsonl";
        context.Response.ContentLength = file.Length;
        await context.Response.Body.WriteAsync(file, context.RequestAborted).ConfigureAwait(false);
    }
}
