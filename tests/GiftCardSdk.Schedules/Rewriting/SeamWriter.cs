using Mono.Cecil;
using Mono.Cecil.Cil;

namespace GiftCardSdk.Schedules.Rewriting;

/// <summary>Replaces calls of .NET by calls of <see cref="Seams"/>: a method there stands in for the member that has its name and its parameters.</summary>
internal sealed class SeamWriter : IDisposable
{
    private readonly AssemblyDefinition _home;
    private readonly Dictionary<string, MethodDefinition> _seams;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <param name="path">The assembly of the seams.</param>
    public SeamWriter(string path)
    {
        _home = AssemblyDefinition.ReadAssembly(path, new() { InMemory = true });
        _seams = _home
            .MainModule.GetType(typeof(Seams).FullName)
            .Methods.Where(static method => method is { IsPublic: true, IsSpecialName: false, IsConstructor: false })
            .ToDictionary(
                static method => Name(method.Name, method.Parameters.Select(static parameter => parameter.ParameterType)),
                StringComparer.Ordinal
            );
    }

    /// <summary>The seams that have replaced nothing so far.</summary>
    public IEnumerable<string> Unused => _seams.Keys.Except(_used, StringComparer.Ordinal);

    /// <summary>Puts the seams into an assembly.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="leavesValuesAlone">Whether Coyote is told to leave alone what never changes.</param>
    public void Put(string path, bool leavesValuesAlone)
    {
        var hasSymbols = File.Exists(Path.ChangeExtension(path, ".pdb"));
        using var assembly = AssemblyDefinition.ReadAssembly(path, new() { InMemory = true, ReadSymbols = hasSymbols });
        var module = assembly.MainModule;
        foreach (var method in module.GetTypes().SelectMany(static type => type.Methods).Where(static method => method.HasBody))
        {
            foreach (var step in method.Body.Instructions.ToList())
            {
                Replace(module, method.Body, step);
            }
        }

        if (leavesValuesAlone)
        {
            Values.LeaveAlone(module);
        }

        assembly.Write(path, new WriterParameters { WriteSymbols = hasSymbols });
    }

    public void Dispose() => _home.Dispose();

    private void Replace(ModuleDefinition module, MethodBody body, Instruction step)
    {
        if (step.Operand is not MethodReference called || Find(called) is not { } seam)
        {
            return;
        }

        (step.OpCode, step.Operand) = (OpCodes.Call, Bind(module, called, seam));
        if (called.Name == nameof(Seams.ConfigureAwait))
        {
            // The task that does not throw is awaited as any other.
            var plain = new MethodReference(called.Name, called.ReturnType, called.DeclaringType) { HasThis = true };
            plain.Parameters.Add(new(module.TypeSystem.Boolean));
            var writer = body.GetILProcessor();
            writer.InsertAfter(step, writer.Create(OpCodes.Callvirt, plain));
            writer.InsertAfter(step, writer.Create(OpCodes.Ldc_I4_0));
        }
    }

    private MethodDefinition? Find(MethodReference called)
    {
        if (!called.DeclaringType.GetElementType().FullName.StartsWith("System.", StringComparison.Ordinal))
        {
            return null;
        }

        var parameters = called.Parameters.Select(static parameter => parameter.ParameterType);
        var owner = called.DeclaringType.IsValueType ? new ByReferenceType(called.DeclaringType) : called.DeclaringType;
        var name = Name(called.Name, called.HasThis ? parameters.Prepend(owner) : parameters);
        if (_seams.TryGetValue(name, out var seam))
        {
            _used.Add(name);
        }

        return seam;
    }

    private static MethodReference Bind(ModuleDefinition module, MethodReference called, MethodDefinition seam)
    {
        var bound = module.ImportReference(seam);
        var arguments = (called, called.DeclaringType) switch
        {
            (GenericInstanceMethod method, _) => method.GenericArguments,
            (_, GenericInstanceType type) => type.GenericArguments,
            _ => [],
        };
        if (!seam.HasGenericParameters)
        {
            return bound;
        }

        var instance = new GenericInstanceMethod(bound);
        foreach (var argument in arguments)
        {
            instance.GenericArguments.Add(argument);
        }

        return instance;
    }

    /// <summary>Without the arguments of generic types, which differ from call to call.</summary>
    private static string Name(string name, IEnumerable<TypeReference> parameters) =>
        $"{name}({string.Join(", ", parameters.Select(Plain))})";

    private static string Plain(TypeReference type) =>
        type is ByReferenceType reference ? $"{Plain(reference.ElementType)}&" : type.GetElementType().FullName;
}
