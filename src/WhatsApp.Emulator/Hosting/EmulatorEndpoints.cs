using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WhatsApp.Emulator;

/// <summary>All routes of the emulator; Graph paths take whatever the phone page and the control API leave.</summary>
internal static class EmulatorEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, EmulatedCloud cloud)
    {
        PhonePage.Map(endpoints);
        ControlApi.Map(endpoints.MapGroup("/_emulator"), cloud);
        ScriptApi.Map(endpoints, cloud);

        var media = new MediaEdge(cloud);
        endpoints.MapGet("/whatsapp_business/attachments", (RequestDelegate)media.DownloadAsync);

        var graph = new GraphApi(cloud);
        endpoints.Map("/{**path}", (RequestDelegate)(context => graph.HandleAsync(context, context.Request.RouteValues["path"] as string ?? "")));
    }
}
