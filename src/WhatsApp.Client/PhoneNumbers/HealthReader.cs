using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>Reads the <c>health_status</c> of a node.</summary>
internal static class HealthReader
{
    public static HealthStatus Read(JsonElement health) => new()
    {
        CanSendMessage = health.Text("can_send_message"),
        Entities = [.. health.Items("entities").Select(Entity)],
    };

    private static HealthEntity Entity(JsonElement node) => new()
    {
        EntityType = node.Text("entity_type"),
        Id = node.Text("id"),
        CanSendMessage = node.Text("can_send_message"),
        Errors = [.. node.Items("errors").Select(error =>
            new HealthError(error.Number("error_code"), error.Text("error_description"), error.Text("possible_solution")))],
    };
}
