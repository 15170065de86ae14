using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.BulkOperations;

/// <summary>The storage behind a bulk operation's <c>url</c>. Like a signed storage address it works without any token and refuses a foreign one.</summary>
internal static class BulkDownload
{
    private const int Piece = 64 * 1024;

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

        var from = From(context.Request);
        context.Response.Headers.AcceptRanges = "bytes";
        if (from >= file.Length)
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{file.Length}");
            return;
        }

        if (from is { } first)
        {
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{file.Length - 1}/{file.Length}");
        }

        var rest = file.AsMemory((int)(from ?? 0));
        context.Response.ContentType = "application/jsonl";
        context.Response.ContentLength = rest.Length;
        // In pieces: a whole file at once would be copied into the server's buffers.
        for (; rest.Length > 0; rest = rest[Math.Min(Piece, rest.Length)..])
            await context.Response.Body.WriteAsync(rest[..Math.Min(Piece, rest.Length)], context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Only the form "from here to the end" is known; others are answered with the whole file, as a storage may.</summary>
    private static long? From(HttpRequest request) =>
        request.GetTypedHeaders().Range is { Unit.Value: "bytes", Ranges: { Count: 1 } ranges } && ranges.Single() is { From: { } from, To: null } ? from : null;
}
