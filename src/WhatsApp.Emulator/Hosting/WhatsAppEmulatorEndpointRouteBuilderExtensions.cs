using Microsoft.AspNetCore.Routing;
using WhatsApp.Emulator;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves an emulator from a host of your own.</summary>
public static class WhatsAppEmulatorEndpointRouteBuilderExtensions
{
    /// <summary>Maps the Graph API, the phone page and the control API of an emulator. Graph takes every path that is not mapped otherwise.</summary>
    /// <param name="endpoints">The host's routes.</param>
    /// <param name="emulator">An emulator made by <see cref="WhatsAppEmulator.Create"/>; the caller disposes it.</param>
    public static void MapWhatsAppEmulator(this IEndpointRouteBuilder endpoints, WhatsAppEmulator emulator)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(emulator);
        EmulatorEndpoints.Map(endpoints, emulator.Cloud);
    }
}
