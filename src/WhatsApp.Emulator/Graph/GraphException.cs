namespace WhatsApp.Emulator;

/// <summary>Ends a call with a Graph error, from however deep in a check.</summary>
internal sealed class GraphException(GraphError error) : Exception(error.Message)
{
    public GraphError Error => error;
}
