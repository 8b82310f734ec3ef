# Completion of thalign for fish; installed where fish looks for it. The program itself knows what fits.

function __thalign_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l current (commandline -ct)
    for line in ($words[1] complete -- $words[2..-1] 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path $current
            case :folders
                __fish_complete_directories $current
            case '*'
                echo $line
        end
    end
end

complete -c thalign -f -a '(__thalign_complete)'
