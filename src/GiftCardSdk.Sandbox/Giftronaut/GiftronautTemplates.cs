using GiftCardSdk.Sandbox.Giftronaut.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>An account's e-mail templates, the default one first. Guarded by the twin's lock.</summary>
internal sealed class GiftronautTemplates
{
    private readonly OrderedDictionary<string, Template> _templates = new(StringComparer.Ordinal)
    {
        ["30"] = Preset("30", "Plain thanks") with { IsDefault = true },
        ["31"] = Preset("31", "Anniversary"),
    };

    public IReadOnlyCollection<Template> All => _templates.Values;

    public Template? Find(string id) => _templates.GetValueOrDefault(id);

    public void Put(Template template) => _templates[template.TemplateId] = template;

    public void Remove(string id) => _templates.Remove(id);

    private static Template Preset(string id, string name) =>
        new()
        {
            TemplateId = id,
            Name = name,
            SenderName = "Harbour Pine Rewards",
            ImageAlignment = "center",
            ImageSize = 40,
        };
}
