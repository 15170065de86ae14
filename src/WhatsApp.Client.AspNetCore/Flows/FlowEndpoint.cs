using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore;

/// <summary>Answers a flow: verify, decrypt, answer, encrypt. 432 for a wrong signature, 421 for what cannot be decrypted, 427 for a token that is no longer good.</summary>
internal sealed partial class FlowEndpoint(ILogger<FlowEndpoint> logger)
{
    private const int MaxBodyBytes = 4 * 1024 * 1024;
    private const int CannotDecrypt = 421;
    private const int WrongSignature = 432;

    public async Task InvokeAsync(HttpContext context)
    {
        using var body = await WebhookBody.ReadAsync(context.Request, MaxBodyBytes, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var handler = context.RequestServices.GetRequiredService<IWhatsAppFlowHandler>();
        var routeValues = context.Request.RouteValues.ToDictionary(static one => one.Key, static one => one.Value as string ?? "", StringComparer.OrdinalIgnoreCase);
        if (await handler.FindKeysAsync(routeValues, context.RequestAborted).ConfigureAwait(false) is not { } keys)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (WebhookSignature.Verify(body.Bytes, context.Request.Headers[WebhookSignature.HeaderName], keys.AppSecrets) != WebhookSignatureResult.Valid)
        {
            context.Response.StatusCode = WrongSignature;
            return;
        }

        if (FlowEnvelope.Open(body.Bytes, keys) is not { } envelope || Read(envelope.Plain, routeValues) is not { } request)
        {
            Log.NotDecrypted(logger);
            context.Response.StatusCode = CannotDecrypt;
            return;
        }

        var response = await AnswerAsync(handler, request, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = response.StatusCode;
        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync(envelope.Seal(response.Json), context.RequestAborted).ConfigureAwait(false);
    }

    private static async ValueTask<FlowResponse> AnswerAsync(IWhatsAppFlowHandler handler, FlowRequest request, CancellationToken cancellationToken)
    {
        if (request.Action == "ping")
            return FlowResponse.Active;
        if (!IsError(request.Data))
            return await handler.HandleAsync(request, cancellationToken).ConfigureAwait(false);
        await handler.ErrorAsync(request, cancellationToken).ConfigureAwait(false);
        return FlowResponse.Acknowledged;
    }

    private static bool IsError(ReadOnlyMemory<byte> data)
    {
        if (data.IsEmpty)
            return false;
        using var json = JsonDocument.Parse(data);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out _);
    }

    private static FlowRequest? Read(byte[] plain, IReadOnlyDictionary<string, string> routeValues)
    {
        try
        {
            using var json = JsonDocument.Parse(plain);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "action") is not { } action)
                return null;
            return new FlowRequest
            {
                Action = action,
                Screen = Text(root, "screen"),
                Data = root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? JsonSerializer.SerializeToUtf8Bytes(data, FlowJson.Default.JsonElement) : default,
                FlowToken = Text(root, "flow_token"),
                FlowTokenSignature = Text(root, "flow_token_signature"),
                Version = Text(root, "version"),
                RouteValues = routeValues,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A flow sent what cannot be decrypted; the phone is asked to fetch the public key again.")]
        public static partial void NotDecrypted(ILogger logger);
    }
}
