using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WhatsApp.Emulator;

/// <summary>Reads, runs and answers calls of the control API.</summary>
internal sealed class ScriptRoutes(IEndpointRouteBuilder endpoints, EmulatedCloud cloud)
{
    private static readonly Param Empty = new("", JsonDocument.Parse("{}").RootElement);

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the prefix.</param>
    /// <param name="run">What it does; null is answered with 204.</param>
    public void Add(string method, string path, Func<ScriptCall, Task<JsonNode?>> run) =>
        endpoints.MapMethods(path, [method], (RequestDelegate)(context => RunAsync(context, run)));

    public void Add(string method, string path, Func<ScriptCall, JsonNode?> run) => Add(method, path, call => Task.FromResult(run(call)));

    public void Do(string method, string path, Func<ScriptCall, Task> run) => Add(method, path, async call =>
    {
        await run(call).ConfigureAwait(false);
        return null;
    });

    private async Task RunAsync(HttpContext context, Func<ScriptCall, Task<JsonNode?>> run)
    {
        try
        {
            var body = HttpMethods.IsPost(context.Request.Method) ? await ReadAsync(context).ConfigureAwait(false) : Empty;
            var answer = await run(new ScriptCall(cloud, context, body)).ConfigureAwait(false);
            context.Response.StatusCode = answer is null ? StatusCodes.Status204NoContent : StatusCodes.Status200OK;
            if (answer is not null)
                await WriteAsync(context, answer).ConfigureAwait(false);
        }
        catch (GraphException failure)
        {
            await RefuseAsync(context, 400, failure.Error.Details.Length > 0 ? failure.Error.Details : failure.Error.Message).ConfigureAwait(false);
        }
        catch (KeyNotFoundException failure)
        {
            await RefuseAsync(context, 404, failure.Message).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or JsonException)
        {
            await RefuseAsync(context, 400, failure.Message).ConfigureAwait(false);
        }
        catch (TimeoutException failure)
        {
            await RefuseAsync(context, 408, failure.Message).ConfigureAwait(false);
        }
    }

    private static async Task<Param> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            throw new GraphException(GraphError.Unsupported("Send a JSON body with Content-Type: application/json."));
        using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? new Param("", document.RootElement.Clone())
            : throw new GraphException(GraphError.Unsupported("The body must be a JSON object."));
    }

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, new JsonObject { ["error"] = why });
    }

    private static Task WriteAsync(HttpContext context, JsonNode body)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString(WireJson.Plain), context.RequestAborted);
    }
}
