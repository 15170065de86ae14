namespace WhatsApp.Client.Webhooks;

/// <summary>What happened to a flow. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct FlowEventKind(string Value)
{
    /// <summary>It was published, throttled, blocked or the like.</summary>
    public static FlowEventKind StatusChange => new("FLOW_STATUS_CHANGE");

    /// <summary>Many errors in the customers' apps.</summary>
    public static FlowEventKind ClientErrorRate => new("CLIENT_ERROR_RATE");

    /// <summary>Many errors of the endpoint.</summary>
    public static FlowEventKind EndpointErrorRate => new("ENDPOINT_ERROR_RATE");

    /// <summary>The endpoint is slow.</summary>
    public static FlowEventKind EndpointLatency => new("ENDPOINT_LATENCY");

    /// <summary>The endpoint is often away.</summary>
    public static FlowEventKind EndpointAvailability => new("ENDPOINT_AVAILABILITY");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
