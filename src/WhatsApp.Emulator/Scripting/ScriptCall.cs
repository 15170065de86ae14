using Microsoft.AspNetCore.Http;

namespace WhatsApp.Emulator;

/// <summary>One call of the control API.</summary>
internal sealed record ScriptCall(EmulatedCloud Cloud, HttpContext Context, Param Body)
{
    public CancellationToken Cancel => Context.RequestAborted;

    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public EmulatedNumber Number(string? id = null) =>
        Cloud.Number(id ?? Route("number")) ?? throw new KeyNotFoundException("There is no number with this id.");

    /// <summary>The number named in the body as <c>to</c> or <c>number</c>; where there is only one, it need not be named.</summary>
    public EmulatedNumber NumberInBody(string name)
    {
        if (Body.FindText(name, 100) is { } id)
            return Number(id);
        return Cloud.Numbers.Count == 1 ? Cloud.Numbers[0] : throw new GraphException(GraphError.MissingTopLevel(name));
    }

    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public EmulatedPhone Phone(string? id = null) => Cloud.PhoneById(id ?? Route("phone")) is { } phone
        ? phone
        : Cloud.People.ByWaId(id ?? Route("phone")) ?? throw new KeyNotFoundException("There is no phone with this id or number.");

    public string Route(string name) => Context.Request.RouteValues[name] as string ?? "";

    public string? Query(string name) => Context.Request.Query[name].FirstOrDefault();
}
