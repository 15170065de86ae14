using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client.AspNetCore;

namespace Snippets.WhatsApp;

internal static class FlowEndpoints
{
    public static void Map(WebApplicationBuilder builder)
    {
        #region map
        builder.Services.AddWhatsAppFlows<Booking>();
        var app = builder.Build();
        app.MapWhatsAppFlow("/whatsapp/flow/{store}");
        #endregion
    }

    #region handler
    internal sealed class Booking(IStoreKeys stores, ITables tables) : IWhatsAppFlowHandler
    {
        public ValueTask<FlowKeys?> FindKeysAsync(IReadOnlyDictionary<string, string> routeValues, CancellationToken cancellationToken) =>
            stores.FindAsync(routeValues["store"], cancellationToken);

        public async ValueTask<FlowResponse> HandleAsync(FlowRequest request, CancellationToken cancellationToken)
        {
            if (request.FlowToken is not { } token || !await tables.IsOpenAsync(token, cancellationToken))
                return FlowResponse.TokenExpired("This table was booked already.");
            if (request.Action != "data_exchange")
                return FlowResponse.Show("START", """{"times":["18:00","20:00"]}"""u8.ToArray());

            using var entered = JsonDocument.Parse(request.Data);
            string time = entered.RootElement.GetProperty("time").GetString()!;
            return FlowResponse.Complete(token, new Dictionary<string, string> { ["time"] = time });
        }
    }
    #endregion

    internal interface IStoreKeys
    {
        ValueTask<FlowKeys?> FindAsync(string store, CancellationToken cancellationToken);
    }

    internal interface ITables
    {
        ValueTask<bool> IsOpenAsync(string token, CancellationToken cancellationToken);
    }
}
