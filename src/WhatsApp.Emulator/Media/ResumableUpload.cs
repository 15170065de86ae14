using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Uploads in pieces, for template samples and profile pictures: begin, send from an offset, ask for the offset.</summary>
internal sealed class ResumableUpload(EmulatedCloud cloud)
{
    private const int MaxBytes = 100 * 1024 * 1024;
    private static readonly string[] Types = ["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"];

    public GraphAnswer Begin(GraphRequest request)
    {
        _ = cloud.Access.Resolve(request);
        var input = request.Input;
        input.FindText("file_name", 500);
        var length = input.FindWhole("file_length", 1, MaxBytes) ?? throw new GraphException(GraphError.MissingTopLevel("file_length"));
        var type = input.NeedText("file_type", 200);
        if (!Types.Contains(type))
            throw new GraphException(GraphError.Unsupported($"Param file_type must be one of {{{string.Join(", ", Types)}}} - got \"{type}\"."));
        var id = $"upload:{MessageIds.NewOpaque(36)}";
        cloud.Uploads[id] = new Upload(new byte[length], type);
        return GraphAnswer.Ok(new JsonObject { ["id"] = id });
    }

    public GraphAnswer Continue(GraphRequest request)
    {
        if (!cloud.Uploads.TryGetValue(request.Id, out var upload))
            throw new GraphException(GraphError.NoSuchObject(request.Method, request.Id));
        return request.Method switch
        {
            "GET" => GraphAnswer.Ok(new JsonObject { ["id"] = request.Id, ["file_offset"] = upload.Offset }),
            "POST" => Receive(request, upload),
            _ => throw new GraphException(GraphError.NoSuchObject(request.Method, request.Id)),
        };
    }

    private GraphAnswer Receive(GraphRequest request, Upload upload)
    {
        if (!request.Context.Request.Headers.Authorization.ToString().StartsWith("OAuth ", StringComparison.OrdinalIgnoreCase))
            throw new GraphException(GraphError.InvalidToken("This upload takes the token as OAuth, not as Bearer."));
        if (!int.TryParse(request.Context.Request.Headers["file_offset"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            throw new GraphException(GraphError.MissingTopLevel("file_offset"));
        lock (upload)
        {
            if (offset != upload.Offset)
                throw new GraphException(GraphError.Unsupported($"Param file_offset must be {upload.Offset}."));
            if (offset + request.Body.Length > upload.Content.Length)
                throw new GraphException(GraphError.Unsupported("The upload is longer than announced."));
            request.Body.CopyTo(upload.Content, offset);
            upload.Offset += request.Body.Length;
            if (upload.Offset < upload.Content.Length)
                return GraphAnswer.Ok(new JsonObject { ["id"] = request.Id, ["file_offset"] = upload.Offset });
        }

        cloud.Uploads.TryRemove(request.Id, out _);
        var handle = $"4::a{MessageIds.NewOpaque(60)}";
        cloud.Handles[handle] = upload.Type;
        return GraphAnswer.Ok(new JsonObject { ["h"] = handle });
    }

    internal sealed class Upload(byte[] content, string type)
    {
        public byte[] Content => content;
        public string Type => type;
        public int Offset { get; set; }
    }
}
