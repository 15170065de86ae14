using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WhatsApp.Emulator;

/// <summary>
/// The control API: what the object model does, over HTTP, for tests and scripts in any language. Changes need a JSON body, which keeps
/// foreign web pages out.
/// </summary>
internal static class ScriptApi
{
    public const string Prefix = "/_control";

    public static void Map(IEndpointRouteBuilder endpoints, EmulatedCloud cloud)
    {
        var group = endpoints.MapGroup(Prefix);
        ScriptFollow.Map(group, cloud);
        var routes = new ScriptRoutes(group, cloud);
        routes.Add("GET", "", call => Task.FromResult<System.Text.Json.Nodes.JsonNode?>(ScriptState.Of(call.Cloud)));
        ScriptNumbers.Map(routes);
        ScriptPhones.Map(routes);
        ScriptWebhooks.Map(routes);
        ScriptFaults.Map(routes);
        ScriptPlatform.Map(routes);
        ScriptJournal.Map(routes);
    }
}
