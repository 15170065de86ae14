namespace WhatsApp.Emulator;

/// <summary>Every edge of every kind of node; each feature adds its own.</summary>
internal sealed class GraphRoutes
{
    private GraphRoutes()
    {
    }

    public NodeRoutes<EmulatedNumber> Numbers { get; } = new(number => number.Waba);
    public NodeRoutes<EmulatedWaba> Wabas { get; } = new(waba => waba);
    public NodeRoutes<EmulatedTemplate> Templates { get; } = new(template => template.Waba);
    public NodeRoutes<EmulatedFlow> Flows { get; } = new(flow => flow.Waba);
    public NodeRoutes<EmulatedGroup> Groups { get; } = new(group => group.Number.Waba);

    public static GraphRoutes For(EmulatedCloud cloud)
    {
        var routes = new GraphRoutes();
        new MessagesEdge(cloud).Map(routes);
        new MediaEdge(cloud).Map(routes);
        new NumberNode(cloud).Map(routes);
        new RegistrationEdges(cloud).Map(routes);
        new WabaNode(cloud).Map(routes);
        new SubscribedAppsEdge(cloud).Map(routes);
        new TemplateEdges(cloud).Map(routes);
        new FlowEdges(cloud).Map(routes);
        new ProfileEdges(cloud).Map(routes);
        new SettingsEdges(cloud).Map(routes);
        new BlockEdges(cloud).Map(routes);
        new LinkEdges(cloud).Map(routes);
        new IdentityEdges(cloud).Map(routes);
        new GroupEdges(cloud).Map(routes);
        new CallEdges(cloud).Map(routes);
        new RoutingEdges(cloud).Map(routes);
        new HistoryEdge(cloud).Map(routes);
        return routes;
    }
}
