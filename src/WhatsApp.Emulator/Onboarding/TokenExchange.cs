using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary><c>/oauth/access_token</c>: a sign-up code for a business token, or the app's credentials for an app token.</summary>
internal static class TokenExchange
{
    public static GraphAnswer Answer(GraphRequest request, EmulatedCloud cloud)
    {
        if (request.Method is not ("GET" or "POST"))
            throw new GraphException(GraphError.NoSuchObject(request.Method, "oauth"));
        var input = request.Input;
        if (input.FindText("client_id", 200) is not { Length: > 0 } id)
            throw new GraphException(Wrong(101, "Missing client_id parameter."));
        if (input.FindText("client_secret", 500) is not { Length: > 0 } secret)
            throw new GraphException(Wrong(1, "Missing client_secret parameter."));
        if (cloud.App(id) is not { } app || app.Secret != secret)
            throw new GraphException(Wrong(1, "Error validating client secret."));
        if (input.FindText("grant_type", 100) == "client_credentials")
            return GraphAnswer.Ok(new JsonObject { ["access_token"] = $"{app.Id}|{app.Secret}", ["token_type"] = "bearer" });

        if (input.FindText("code", 1_000) is not { Length: > 0 } text)
            throw new GraphException(Wrong(1, "Missing authorization code."));
        if (!cloud.Codes.TryRemove(text, out var code) || code.App != app)
            throw new GraphException(Wrong(100, "This authorization code has been used, or was never issued.") with { Subcode = 36009 });
        if (code.ExpiresAt <= cloud.Time.GetUtcNow())
            throw new GraphException(Wrong(100, "This authorization code has expired.") with { Subcode = 36007 });

        var token = new IssuedToken(app, "EAAE" + MessageIds.NewOpaque(90), code.Wabas, code.Scopes, cloud.Time.GetUtcNow());
        cloud.Access.Add(token);
        return GraphAnswer.Ok(new JsonObject { ["access_token"] = token.Value, ["token_type"] = "bearer" });
    }

    private static GraphError Wrong(int code, string message) => new(code, 400, message, "") { IsWhatsApp = false };
}
