using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace WhatsApp.Emulator;

/// <summary>Upload, look-up, download and deletion of media.</summary>
internal sealed class MediaEdge(EmulatedCloud cloud)
{
    public void Map(GraphRoutes routes) =>
        routes.Numbers.Add("POST", "media", Permission.Messaging, call => UploadAsync(call.Request, call.Node, call.CancellationToken));

    private async Task<GraphAnswer> UploadAsync(GraphRequest request, EmulatedNumber number, CancellationToken cancellationToken)
    {
        if (request.Form is not { } form)
            throw new GraphException(GraphError.Unsupported("Media is uploaded as multipart/form-data."));
        if (form["messaging_product"].ToString() != "whatsapp")
            throw new GraphException(GraphError.MissingTopLevel("messaging_product"));
        if (form.Files.GetFile("file") is not { } file)
            throw new GraphException(GraphError.MissingTopLevel("file"));

        var mimeType = form["type"].ToString() is { Length: > 0 } given ? given : file.ContentType ?? "";
        if (file.Length == 0)
            throw new GraphException(GraphError.Unsupported("Param file must not be empty."));
        if (MediaLimits.MaxBytes(mimeType) is not { } max)
            throw new GraphException(GraphError.Unsupported($"Param file must be a file with one of the supported types - got \"{mimeType}\"."));
        if (file.Length > max)
            throw new GraphException(GraphError.Unsupported($"Param file must be at most {max} bytes for type {mimeType}."));

        if (form["ttl_minutes"].ToString() is { Length: > 0 } ttl && !(int.TryParse(ttl, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 60 and <= 43_200))
            throw new GraphException(GraphError.Unsupported("Param ttl_minutes must be 60 to 43200."));

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
        var bytes = content.ToArray();
        if (!MediaLimits.Matches(mimeType, bytes))
            throw new GraphException(GraphError.Of(131053, $"The bytes of the file are not {mimeType}."));
        return GraphAnswer.Ok(new JsonObject { ["id"] = cloud.Media.AddUploaded(number, bytes, mimeType).Id });
    }

    public GraphAnswer Node(GraphRequest request, MediaItem item, Access access)
    {
        var wanted = request.Query("phone_number_id");
        if (!access.Reaches(item.Owner) || (wanted is not null && wanted != item.Owner.PhoneNumberId))
            throw new GraphException(GraphError.NoSuchObject(request.Method, item.Id));
        switch (request.Method)
        {
            case "GET":
                return GraphAnswer.Ok(new JsonObject
                {
                    ["url"] = cloud.Media.Link(item, cloud.BaseUrl),
                    ["mime_type"] = item.MimeType,
                    ["sha256"] = Convert.ToHexStringLower(item.Hash),
                    ["file_size"] = item.Content.Length,
                    ["id"] = item.Id,
                    ["messaging_product"] = "whatsapp",
                });
            case "DELETE":
                cloud.Media.Remove(item.Id);
                return GraphAnswer.Success;
            default:
                throw new GraphException(GraphError.NoSuchObject(request.Method, item.Id));
        }
    }

    /// <summary>The address that a look-up gave: needs the token too, ends after five minutes, 404 for anything wrong but the token.</summary>
    public async Task DownloadAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var id = query["mid"].ToString();
        if (cloud.Faults.NextCall("GET", "download") is { } fault && await fault.PlayAsync(cloud, context.RequestAborted).ConfigureAwait(false) is { } played)
        {
            await WriteAsync(context, id, played).ConfigureAwait(false);
            return;
        }

        Access? access = null;
        try
        {
            access = cloud.Access.Resolve(new GraphRequest(context, "GET", [id], [], null));
        }
        catch (GraphException)
        {
        }

        var item = cloud.Media.Find(id);
        var isThere = item is not null && access?.Reaches(item.Owner) == true && cloud.Media.IsGood(id, query["ext"], query["hash"]);
        context.Response.StatusCode = access is null ? StatusCodes.Status401Unauthorized
            : isThere ? StatusCodes.Status200OK
            : StatusCodes.Status404NotFound;
        cloud.Journal.Add(new ApiCall(cloud.Time.GetUtcNow(), "GET", context.Request.Path, id, "", context.Response.StatusCode, ""));
        if (item is null || context.Response.StatusCode != StatusCodes.Status200OK)
            return;

        context.Response.ContentType = item.MimeType;
        context.Response.ContentLength = item.Content.Length;
        await context.Response.Body.WriteAsync(item.Content, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task WriteAsync(HttpContext context, string id, GraphAnswer answer)
    {
        cloud.Journal.Add(new ApiCall(cloud.Time.GetUtcNow(), "GET", context.Request.Path, id, "", answer.Status, answer.Body));
        if (answer.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        await context.Response.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }
}
