using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>One error in the envelope that every Graph failure arrives in.</summary>
internal sealed record GraphError(int Code, int HttpStatus, string Message, string Details)
{
    public int? Subcode { get; init; }
    public string Type { get; init; } = "OAuthException";
    public bool IsWhatsApp { get; init; } = true;

    /// <summary>The details come as plain text instead of an object.</summary>
    public bool IsDataText { get; init; }

    /// <summary>What a person is shown, for management errors.</summary>
    public string? UserTitle { get; init; }

    public static GraphError InvalidToken(string why) => new(190, 401, "(#190) Invalid OAuth access token", why) { IsWhatsApp = false };

    public static GraphError NoSuchObject(string method, string id) =>
        new(100, 400, $"Unsupported {method.ToLowerInvariant()} request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation", "")
        { Subcode = 33, Type = "GraphMethodException", IsWhatsApp = false };

    public static GraphError UnknownPath(string path) =>
        new(2500, 400, $"(#2500) Unknown path components: {path}", "") { IsWhatsApp = false };

    public static GraphError UnknownField(string field, string node) =>
        new(100, 400, $"(#100) Tried accessing nonexisting field ({field}) on node type ({node})", "") { IsWhatsApp = false };

    public static GraphError MissingTopLevel(string name) => new(100, 400, $"(#100) The parameter {name} is required.", $"The parameter {name} is required.");

    public static GraphError Unsupported(string details) => new(100, 400, "(#100) Invalid parameter", details);

    public static GraphError Missing(string path) => new(131008, 400, "(#131008) Required parameter is missing", $"Parameter {path} is mandatory.");

    public static GraphError Invalid(string details) => new(131009, 400, "(#131009) Parameter value is not valid", details);

    public static GraphError NoPermission(int code, string scope) => new(code, 403, $"(#{code}) Permission is missing", $"The token lacks {scope}.");

    public static GraphError Of(int code, string? details = null, int? httpStatus = null)
    {
        var (title, status) = ErrorCatalog.Find(code);
        return new GraphError(code, httpStatus ?? status, $"(#{code}) {title}", details ?? title);
    }

    public GraphAnswer ToAnswer()
    {
        var error = new JsonObject { ["message"] = Message, ["type"] = Type, ["code"] = Code };
        if (Subcode is { } subcode)
            error["error_subcode"] = subcode;
        if (Details.Length > 0)
        {
            error["error_data"] = IsDataText ? JsonValue.Create(Details) : IsWhatsApp
                ? new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = Details }
                : new JsonObject { ["details"] = Details };
        }

        if (UserTitle is not null)
        {
            error["error_user_title"] = UserTitle;
            error["error_user_msg"] = Details;
        }

        if (Code is 1 or 2)
            error["is_transient"] = true;
        error["fbtrace_id"] = MessageIds.NewTrace();
        return new GraphAnswer(HttpStatus, GraphAnswer.Json, new JsonObject { ["error"] = error }.ToJsonString(WireJson.Plain));
    }

    /// <summary>The other shape: an error inside a webhook.</summary>
    public JsonObject ToWebhook()
    {
        var (title, _) = ErrorCatalog.Find(Code);
        return new JsonObject
        {
            ["code"] = Code,
            ["title"] = title,
            ["message"] = title,
            ["error_data"] = new JsonObject { ["details"] = Details },
            ["href"] = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
        };
    }
}
