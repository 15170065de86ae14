using Microsoft.AspNetCore.Http;

namespace Shopify.Emulator.Faults;

/// <summary>Plays the faults that replace an answer.</summary>
internal static class FaultAnswer
{
    /// <summary>Answers in the fault's way, when it is one that keeps the call from running.</summary>
    public static async Task<bool> TryAsync(HttpContext context, Fault fault)
    {
        if (fault is { IsHanging: true, Executes: false })
        {
            await HangAsync(context).ConfigureAwait(false);
            return true;
        }

        if (fault.StatusCode is not { } status) return false;
        context.Response.StatusCode = status;
        context.Response.ContentType = fault.ContentType;
        if (fault.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
        await context.Response.WriteAsync(fault.Body, context.RequestAborted).ConfigureAwait(false);
        return true;
    }

    /// <summary>Says nothing until the caller gives up or the emulator stops.</summary>
    public static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task.ConfigureAwait(false);
    }
}
