namespace WhatsApp.Client;

/// <summary>What is counted of a flow's endpoint. An open set.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct FlowMetricName(string Value)
{
    /// <summary>How many requests.</summary>
    public static FlowMetricName EndpointRequestCount => new("ENDPOINT_REQUEST_COUNT");

    /// <summary>How many of them failed, by kind.</summary>
    public static FlowMetricName EndpointRequestError => new("ENDPOINT_REQUEST_ERROR");

    /// <summary>Which share of them failed, by kind.</summary>
    public static FlowMetricName EndpointRequestErrorRate => new("ENDPOINT_REQUEST_ERROR_RATE");

    /// <summary>How long they took, by percentile and upper bound.</summary>
    public static FlowMetricName EndpointRequestLatencyCeiling => new("ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL");

    /// <summary>Which share of checks found the endpoint there.</summary>
    public static FlowMetricName EndpointAvailability => new("ENDPOINT_AVAILABILITY");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
